using Feedback.Bench.ColdStart;
using Feedback.Bench.CommandStart;
using Feedback.Bench.Load;
using Feedback.Bench.Report;
using Feedback.Bench.Storage;
using Feedback.Local;

namespace Feedback.Bench;

/// <summary>
/// Takes the measurements that the arguments name, or all, and writes their rows into docs/performance.md. Exit code 1 means that a target
/// was missed.
/// </summary>
internal static class EntryPoint
{
    private const int Rounds = 11;

    private static async Task<int> Main(string[] names)
    {
        try
        {
            return await RunAsync(RepositoryRoot.Find(), names);
        }
        catch (LocalException error)
        {
            await Console.Error.WriteLineAsync($"bench: {error.Message}");
            return 2;
        }
    }

    /// <summary>The names of all measurements.</summary>
    internal static IReadOnlyList<string> Names => [.. All("").Select(measurement => measurement.Name)];

    private static IReadOnlyList<(string Name, Func<IMeasurement> Create)> All(string artifacts) =>
    [
        ("cold-start", () => new ColdStartMeasurement(
            Build.Published("JIT", Path.Combine(artifacts, "function")),
            Build.Packaged("ReadyToRun", Path.Combine(artifacts, "bench", "ready-to-run")),
            Build.Packaged("native", Path.Combine(artifacts, "bench", "native")),
            Rounds)),
        ("storage", () => new StorageMeasurement(TimeProvider.System)),
        ("delivery-batch", () => new DeliveryBatchMeasurement(TimeProvider.System)),
        ("sweep", () => new SweepMeasurement(TimeProvider.System)),
        ("pauses", () => new PauseRateMeasurement(TimeProvider.System)),
        ("status", () => new CommandStartMeasurement(
            Build.Published("JIT", Path.Combine(artifacts, "bench", "cli")),
            Build.Packaged("ReadyToRun", Path.Combine(artifacts, "bench", "cli-ready-to-run")),
            Build.Packaged("native", Path.Combine(artifacts, "bench", "cli-native")),
            Rounds)),
    ];

    private static async Task<int> RunAsync(string root, string[] names)
    {
        var all = All(Path.Combine(root, "artifacts"));
        if (names.Except(Names).FirstOrDefault() is { } unknown)
        {
            throw new LocalException($"There is no measurement {unknown}; there are {string.Join(", ", Names)}.");
        }

        var file = Path.Combine(root, "docs", "performance.md");
        var missed = false;
        foreach (var (name, create) in all.Where(measurement => names.Length == 0 || names.Contains(measurement.Name)))
        {
            var rows = await create().TakeAsync();
            var section = Table.Of(rows, Machine.This(TimeProvider.System));
            await File.WriteAllTextAsync(file, MarkedSection.Replace(await File.ReadAllTextAsync(file), name, section));
            Console.WriteLine($"{name}: {section}");
            missed |= rows.Any(row => row.Missed);
        }

        return missed ? 1 : 0;
    }
}
