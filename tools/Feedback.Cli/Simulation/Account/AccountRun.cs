using System.Diagnostics;
using Feedback.Acting;
using Feedback.Cli.Dashboards;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.InMemory;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Processing;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Simulation.Account;

/// <summary>
/// Simulates an account second by second. Bounces and complaints are processed as they arrive; deliveries go through a pipeline. Everything
/// but SES, the queues and the tables is the functions' own code, and the sweep runs every minute.
/// </summary>
internal sealed class AccountRun : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Remaining = TimeSpan.FromMinutes(1);
    private const int BatchSize = 100;

    private readonly AccountScenario _scenario;
    private readonly int _seed;
    private readonly ServiceProvider _services;
    private readonly EventClock _clock;
    private readonly InProcessSes _ses;
    private readonly DeliveryPipeline _deliveries;
    private readonly FeedbackBatch _batch;
    private readonly Sweep _sweep;
    private readonly IReadOnlyList<SteadySender> _senders;
    private readonly Dictionary<string, GroundTruth> _truths;
    private readonly MailFeed _mail;
    private readonly AccountMetrics? _metrics;
    private long _failed;

    /// <param name="scenario">What happens.</param>
    /// <param name="policy">The policy of every set.</param>
    /// <param name="seed">The random seed.</param>
    /// <param name="recording">Takes the metrics and the log; null to discard them.</param>
    public AccountRun(AccountScenario scenario, Policy policy, int seed, DashboardRecording? recording = null)
    {
        (_scenario, _seed) = (scenario, seed);
        var services = MemoryServices.Of(policy)
            .AddSingleton(scenario)
            .AddSingleton<DeliveryPipeline>()
            .AddSingleton<IDeliveryQueue>(s => s.GetRequiredService<DeliveryPipeline>())
            .AddSingleton<IDeliveryProgressStore>(s => s.GetRequiredService<DeliveryPipeline>());
        _services = (recording?.AddTo(services) ?? services).BuildServiceProvider();
        _clock = _services.GetRequiredService<EventClock>();
        _ses = _services.GetRequiredService<InProcessSes>();
        _deliveries = _services.GetRequiredService<DeliveryPipeline>();
        _batch = _services.GetRequiredService<FeedbackBatch>();
        _sweep = _services.GetRequiredService<Sweep>();
        _senders = scenario.Senders(seed);
        _truths = _senders.ToDictionary(sender => sender.Name, _ => new GroundTruth(AccountScenario.Start, policy));
        _metrics = recording is null ? null : new AccountMetrics(recording, _deliveries);
        _mail = new MailFeed(_senders, seed, _ses, set => _truths[set]);
    }

    public async Task<AccountResult> RunAsync(IProgressReporter progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var end = AccountScenario.Start + _scenario.Length;
        progress.Expect((int)_scenario.Length.TotalMinutes);
        for (var minute = AccountScenario.Start; minute < end; minute += TimeSpan.FromMinutes(1))
        {
            _mail.Prepare(minute);
            for (var now = minute + Step; now <= minute + TimeSpan.FromMinutes(1); now += Step)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await StepAsync(now);
            }

            await _sweep.RunAsync(cancellationToken);
            _metrics?.EndMinute(_clock.GetUtcNow());
            progress.Done();
        }

        return Result(Stopwatch.GetElapsedTime(started));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task StepAsync(DateTimeOffset now)
    {
        _clock.MoveTo(now);
        var arrived = _mail.PassTo(now);
        _metrics?.Arrived(arrived);
        foreach (var delivery in arrived.Deliveries)
        {
            _deliveries.Arrive(delivery);
        }

        await _deliveries.StepAsync(_batch, now);
        foreach (var batch in arrived.Others.Chunk(BatchSize))
        {
            _failed += (await _batch.HandleAsync(batch, Remaining)).Count;
        }
    }

    private AccountResult Result(TimeSpan took) => new()
    {
        Scenario = _scenario.Name,
        Seed = _seed,
        End = AccountScenario.Start + _scenario.Length,
        Notifications = _mail.Notifications,
        Failed = _failed + _deliveries.Failed,
        MostInFlight = _deliveries.MostInFlight,
        MostDeadLetters = _deliveries.MostDeadLetters,
        Took = took,
        Sets = [.. _senders.Select(Outcome)],
    };

    private AccountSet Outcome(SteadySender sender)
    {
        var entity = ReputationEntity.ConfigurationSet(sender.Name);
        var kinds = _services.GetRequiredService<TransitionLog>().Transitions.Where(transition => transition.Entity == entity).Select(t => t.Kind).ToList();
        return new AccountSet(
            sender.Name,
            sender.IsBad,
            _truths[sender.Name].Critical,
            _ses.PausedAt.TryGetValue(entity, out var at) ? at : null,
            kinds.Count(kind => kind == AlertKind.Held),
            kinds.Count(kind => kind == AlertKind.Warning));
    }
}
