using System.Diagnostics.CodeAnalysis;

namespace Feedback.Functions.Logging;

/// <summary>
/// The stream from which Lambda collects log lines. Lambda's runtime client replaces <see cref="Console.Out"/> by a writer that adds a
/// prefix to each line or wraps it in a JSON object, so that is not used.
/// </summary>
internal static class StandardOutput
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The only access to the console.")]
    internal static Stream Stream { get; } = Console.OpenStandardOutput();
}
