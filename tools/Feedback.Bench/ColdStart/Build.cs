using Feedback.Local;

namespace Feedback.Bench.ColdStart;

/// <summary>One way to publish the functions.</summary>
/// <param name="Name">The name in the report.</param>
/// <param name="Folder">The published folder; null if this machine couldn't publish it.</param>
/// <param name="Note">What was published, or why it wasn't.</param>
internal sealed record Build(string Name, string? Folder, string Note)
{
    /// <summary>Finds the output of <c>make publish</c>.</summary>
    public static Build Published(string name, string folder) => Directory.Exists(folder)
        ? new Build(name, folder, "")
        : throw new LocalException($"{folder} is not there: run make bench, which publishes the functions first.");

    /// <summary>Finds the output of tools/make/package.sh, with the note beside the folder or the reason from tools/make/bench.sh.</summary>
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

    // The comparison asked for this kind, so the reason is of no interest.
    private static string WithoutReason(string kind) => kind.Replace(", as asked for", "", StringComparison.Ordinal);
}
