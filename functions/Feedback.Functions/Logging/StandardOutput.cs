using System.Diagnostics.CodeAnalysis;

namespace Feedback.Functions.Logging;

/// <summary>
/// Where Lambda collects log lines from. Not <see cref="Console.Out"/>: Lambda's runtime client replaces that by a writer that puts a
/// prefix before each line, or the line into a JSON object of its own.
/// </summary>
internal static class StandardOutput
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one place that knows the console.")]
    internal static Stream Stream { get; } = Console.OpenStandardOutput();
}
