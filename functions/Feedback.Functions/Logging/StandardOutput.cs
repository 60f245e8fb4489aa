using System.Diagnostics.CodeAnalysis;

namespace Feedback.Functions.Logging;

/// <summary>Where Lambda collects log lines from.</summary>
internal static class StandardOutput
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one place that knows the console.")]
    internal static TextWriter Writer => Console.Out;
}
