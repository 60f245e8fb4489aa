using System.Diagnostics;
using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Local;

namespace Feedback.Cli.Demo;

/// <summary>Runs the whole system on one machine: the samples of events/, two senders, a sweep, and a replay of everything.</summary>
internal sealed class DemoRun(LocalRun run, Terminal terminal, int seed, int messages, CancellationToken cancellationToken)
{
    private readonly List<Phase> _phases = [];
    private readonly MailPump _pump = new(run);
    private readonly Replayer _replayer = new(run);
    private readonly Observer _observer = new(run);

    public async Task<DemoOutcome> RunAsync()
    {
        var files = EventsFolder.Read(Path.Combine(RepositoryRoot.Find(), "events"));
        var (healthy, bad) = (DemoSenders.Healthy(messages), DemoSenders.Bad(messages));
        var mail = SimulatedMail.OfTheLastHour([healthy, bad], seed, TimeProvider.System.GetUtcNow());
        foreach (var sender in mail.Senders)
        {
            run.Deployment.Aws.Ses.AddConfigurationSet(sender.ConfigurationSet);
        }

        var events = await PhaseAsync("samples of events/", progress => _replayer.ReplayAsync(files, progress, cancellationToken), Describe.Files);
        var (simulated, batches) = await PhaseAsync("simulated senders", progress => PumpAsync(mail, progress), Describe.Mail);
        await PhaseAsync("sweep", _ => run.SweepAsync(), _ => "every set evaluated once more, as every minute");
        var before = await PhaseAsync("tables", _ => _observer.LookAsync(cancellationToken), seen => $"{Figures.Count(seen.Stored.Count)} items");

        var replayed = await PhaseAsync("replay in another order", progress => ReplayAsync(files, mail, progress), Describe.Again);
        var after = await PhaseAsync(
            "tables after the replay",
            _ => _observer.LookAsync(cancellationToken),
            seen => $"{Figures.Count(seen.Stored.DifferencesFrom(before.Stored).Count, "item")} changed");
        return new DemoOutcome(mail, healthy, bad, events, simulated, batches, before, replayed, after, _phases);
    }

    private async Task<(BatchReport Report, IReadOnlyList<TimedBatch> Batches)> PumpAsync(SimulatedMail mail, IProgressReporter progress)
    {
        var times = new BatchTimes(progress, TimeProvider.System);
        var (report, _) = await _pump.PumpAsync(mail.Notifications, times, cancellationToken);
        return (report, times.Of(mail.Notifications));
    }

    private async Task<BatchReport> ReplayAsync(IReadOnlyList<EventFile> files, SimulatedMail mail, IProgressReporter progress)
    {
        var events = await _replayer.ReplayAsync(files, SilentProgress.Instance, cancellationToken);
        var shuffled = mail.Notifications.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (again, _) = await _pump.PumpAsync(shuffled, progress, cancellationToken);
        return events.Aggregate(again, (sum, file) => sum + file.Report) + await run.SweepAsync();
    }

    private async Task<T> PhaseAsync<T>(string name, Func<IProgressReporter, Task<T>> progress, Func<T, string> describe)
    {
        var clock = Stopwatch.StartNew();
        var result = await terminal.WorkAsync(name, progress);
        var phase = new Phase(name, describe(result), clock.Elapsed);
        _phases.Add(phase);
        terminal.Line($"  {phase.Name,-24} {phase.Result} ({Figures.Seconds(phase.Took)})");
        return result;
    }
}
