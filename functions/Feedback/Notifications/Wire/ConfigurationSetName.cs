using System.Buffers;

namespace Feedback.Notifications.Wire;

/// <summary>Checks names of configuration sets: at most 64 letters, digits, underscores and hyphens (SES API, CreateConfigurationSet).</summary>
internal static class ConfigurationSetName
{
    private const int MaximumLength = 64;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>
    /// Returns the name, or null if there is none. An invalid name is refused rather than treated as absent: as unattributed mail,
    /// the event would be missing from the set that sent it.
    /// </summary>
    internal static string? Check(string? name, JsonField field)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        return name.Length <= MaximumLength && !name.AsSpan().ContainsAnyExcept(Characters)
            ? name
            : throw field.Wrong("is not the name of a configuration set");
    }
}
