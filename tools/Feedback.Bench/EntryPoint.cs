using Feedback.Bench.ColdStart;
using Feedback.Bench.Report;
using Feedback.Local;

namespace Feedback.Bench;

/// <summary>Takes every measurement and writes the rows into docs/performance.md. Exit code 1 means that a target was missed.</summary>
internal static class EntryPoint
{
    private const int Rounds = 11;

    private static async Task<int> Main()
    {
        try
        {
            return await RunAsync(RepositoryRoot.Find());
        }
        catch (LocalException error)
        {
            await Console.Error.WriteLineAsync($"bench: {error.Message}");
            return 2;
        }
    }

    private static async Task<int> RunAsync(string root)
    {
        var artifacts = Path.Combine(root, "artifacts");
        IMeasurement[] measurements =
        [
            new ColdStartMeasurement(
                Build.Published("JIT", Path.Combine(artifacts, "function")),
                Build.Packaged("ReadyToRun", Path.Combine(artifacts, "bench", "ready-to-run")),
                Build.Packaged("native", Path.Combine(artifacts, "bench", "native")),
                Rounds),
        ];

        var rows = new List<Row>();
        foreach (var measurement in measurements)
        {
            rows.AddRange(await measurement.TakeAsync());
        }

        var section = Table.Of(rows, Machine.This(TimeProvider.System));
        var file = Path.Combine(root, "docs", "performance.md");
        await File.WriteAllTextAsync(file, MarkedSection.Replace(await File.ReadAllTextAsync(file), section));
        Console.WriteLine(section);
        return rows.Any(row => row.Missed) ? 1 : 0;
    }
}
