using Feedback.Local;

namespace Feedback.Bench.ColdStart;

/// <summary>One way to publish the functions.</summary>
/// <param name="Name">How it is called in the report.</param>
/// <param name="Folder">Where it is; null if this machine couldn't make it.</param>
/// <param name="Note">What was made, or why it wasn't.</param>
internal sealed record Build(string Name, string? Folder, string Note)
{
    /// <summary>What `make publish` made.</summary>
    public static Build Published(string name, string folder) => Directory.Exists(folder)
        ? new Build(name, folder, "")
        : throw new LocalException($"{folder} is not there: run make bench, which publishes the functions first.");

    /// <summary>What tools/make/package.sh made; it says so beside the folder, and tools/make/bench.sh why it could not.</summary>
    public static Build Packaged(string name, string folder)
    {
        if (File.Exists($"{folder}.kind"))
        {
            return new Build(name, folder, WithoutReason(Line($"{folder}.kind")));
        }

        return File.Exists($"{folder}.missing")
            ? new Build(name, null, Line($"{folder}.missing"))
            : throw new LocalException($"{folder} is not there: run make bench, which publishes the functions first.");
    }

    private static string Line(string file) => File.ReadLines(file).First().Replace("package: ", "", StringComparison.Ordinal);

    // It is the comparison that asked for this kind.
    private static string WithoutReason(string kind) => kind.Replace(", as asked for", "", StringComparison.Ordinal);
}
