using System.Globalization;
using System.Runtime.InteropServices;

namespace Feedback.Bench.Report;

/// <summary>Describes when and on which machine the figures were taken.</summary>
internal sealed record Machine(DateTimeOffset Date, string Processor, int Cores, string System, string Runtime)
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    public string Sentence => string.Create(
        CultureInfo.InvariantCulture, $"Measured on {Date:yyyy-MM-dd}: {Processor}, {Cores} cores, {System}, {Runtime}.");

    public static Machine This(TimeProvider clock) => new(
        clock.GetUtcNow(), ProcessorName(), Environment.ProcessorCount, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);

    // Only Linux reports more than the architecture, and not on every machine.
    private static string ProcessorName()
    {
        var named = File.Exists(LinuxProcessors)
            ? File.ReadLines(LinuxProcessors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return named is null ? RuntimeInformation.OSArchitecture.ToString() : named[(named.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
