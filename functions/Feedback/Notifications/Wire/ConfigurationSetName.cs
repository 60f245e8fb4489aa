using System.Buffers;

namespace Feedback.Notifications.Wire;

/// <summary>A configuration set is named by at most 64 letters, digits, underscores and hyphens (SES, CreateConfigurationSet).</summary>
internal static class ConfigurationSetName
{
    private const int MaximumLength = 64;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>
    /// The name, or null if there is none. What cannot be a name is refused and not taken for absent:
    /// counting it for nobody would hide the mail of some set.
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
