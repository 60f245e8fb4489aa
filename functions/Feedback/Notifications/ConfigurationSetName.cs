using System.Buffers;

namespace Feedback.Notifications;

/// <summary>Checks names of configuration sets: at most 64 letters, digits, underscores and hyphens (SES API, CreateConfigurationSet).</summary>
internal static class ConfigurationSetName
{
    private const int MaximumLength = 64;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    internal static bool IsValid(string? name) => name is { Length: > 0 and <= MaximumLength } && !name.AsSpan().ContainsAnyExcept(Characters);
}
