using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Runs every minute and does the work that is written down as due: first what a crash or a failing SES left unfinished, then held sets,
/// then evaluations, then comparisons with SES. Each step has a time of its own, so none can starve the next. Nothing is remembered in the
/// process, and every write is conditional, so sweeps may overlap.
/// </summary>
internal sealed class Sweep(
    IStateStore states,
    IWorkList work,
    IStateRotation rotation,
    WorkRunner runner,
    Reconciler reconciler,
    SendingDriftDetector driftDetector,
    IReputationMetrics metrics,
    DeliveryLagReader deliveries,
    Settings settings,
    TimeProvider time,
    ILogger<Sweep> logger)
{
    /// <summary>The steps together take less than the function's timeout of five minutes.</summary>
    internal static readonly TimeSpan ReconcileFor = TimeSpan.FromSeconds(100);

    internal static readonly TimeSpan EvaluateHeldFor = TimeSpan.FromSeconds(40);

    internal static readonly TimeSpan EvaluateFor = TimeSpan.FromSeconds(90);

    internal static readonly TimeSpan CompareFor = TimeSpan.FromSeconds(40);

    /// <summary>How long a metric may take that pauses wait for.</summary>
    internal static readonly TimeSpan ReadWatermarkFor = TimeSpan.FromSeconds(5);

    /// <summary>States that are evaluated in one sweep although nothing asks for it: the safety net under all else.</summary>
    internal const int SafetyNetPerSweep = 100;

    /// <summary>The states of a small deployment are not evaluated more often than this without a reason.</summary>
    internal static readonly TimeSpan SafetyNetRound = TimeSpan.FromHours(1);

    /// <summary>No batch evaluates these, and their counters change with every batch, so they need no item on the list.</summary>
    private static readonly ReputationEntity[] AlwaysSwept = [ReputationEntity.Account, ReputationEntity.Unattributed];

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var due = await DueAsync(cancellationToken);
        var known = (await states.FindAsync([.. due.Select(item => item.Entity)], cancellationToken)).ToDictionary(state => state.Entity);
        await PublishLagAsync(due, known, cancellationToken);
        await ReconcileAsync(known, cancellationToken);

        var slices = new MetricsSlices(metrics, settings.SetMetrics, time, logger);
        var toEvaluate = due
            .Where(item => Of(item, known).Sending == SendingStatus.Enabled || AlwaysSwept.Contains(item.Entity))
            .ToLookup(item => Of(item, known).Held);
        var evaluated = await EvaluateAsync(toEvaluate[true], EvaluateHeldFor, slices, cancellationToken)
            + await EvaluateAsync(toEvaluate[false], EvaluateFor, slices, cancellationToken);
        await slices.FlushAsync(cancellationToken);

        await CompareAsync(due, known, cancellationToken);
        await AddSafetyNetAsync(cancellationToken);
        Log.Swept(logger, due.Count, evaluated, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<IReadOnlyList<WorkItem>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var listed = await work.DueAsync(cancellationToken);
        var unlisted = AlwaysSwept.Where(entity => listed.All(item => item.Entity != entity)).Select(entity => WorkItem.Unlisted(entity, now));

        // A process that marked an entity moments ago may be about to change it: whatever is found now, only that process may complete the item.
        return [.. unlisted, .. listed.Select(item => item.IsMarked(now) ? WorkItem.Unlisted(item.Entity, item.DueAt) : item)];
    }

    private static EntityState Of(WorkItem item, Dictionary<ReputationEntity, EntityState> known) =>
        known.GetValueOrDefault(item.Entity) ?? EntityState.New(item.Entity);

    private async Task ReconcileAsync(Dictionary<ReputationEntity, EntityState> known, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var unfinished = known.Values.Where(state => state.IsUnfinished && !state.IsLeased(now)).ToList();
        using var timer = new CancellationTokenSource(ReconcileFor, time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        foreach (var (entity, after) in await reconciler.ReconcileAsync(unfinished, budget.Token))
        {
            known[entity] = after;
        }
    }

    private async Task<int> EvaluateAsync(IEnumerable<WorkItem> items, TimeSpan duration, MetricsSlices slices, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(duration, time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        return await runner.RunAsync(items, result => slices.AddAsync(result, cancellationToken), budget.Token, cancellationToken);
    }

    /// <summary>Compares paused sets with SES, the longest overdue first, and a few of the others in turn.</summary>
    private async Task CompareAsync(IReadOnlyList<WorkItem> due, Dictionary<ReputationEntity, EntityState> known, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(CompareFor, time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var watched = due.Where(item => Of(item, known) is { Sending: SendingStatus.Paused } or { VerifyEnabled: true })
            .Take(SendingDriftDetector.PausedPerSweep)
            .ToDictionary(item => item.Entity);
        await driftDetector.DetectAsync(
            watched.Values.Select(item => Of(item, known)),
            after => runner.CompleteAsync(watched[after.Entity], after, cancellationToken),
            budget.Token);

        // A pause that SES has not confirmed waits for its lease to end.
        foreach (var item in due.Where(item => Of(item, known).Sending == SendingStatus.Pausing))
        {
            await runner.CompleteAsync(item, Of(item, known), cancellationToken);
        }

        await TryAsync(nameof(CompareAsync), async () =>
        {
            var others = await rotation.NextAsync("compare", SendingDriftDetector.EnabledPerSweep, TimeSpan.Zero, budget.Token);
            await driftDetector.DetectAsync(others.Where(state => !watched.ContainsKey(state.Entity)), after: null, budget.Token);
        });
    }

    /// <summary>Evaluates every state once in a while: finds lost work, and what a changed policy makes of sets without new mail.</summary>
    private Task AddSafetyNetAsync(CancellationToken cancellationToken) => TryAsync(nameof(AddSafetyNetAsync), async () =>
    {
        var page = await rotation.NextAsync("evaluate", SafetyNetPerSweep, SafetyNetRound, cancellationToken);
        await work.AddMissingAsync([.. page.Select(state => state.Entity).Except(AlwaysSwept)], cancellationToken);
    });

    private async Task PublishLagAsync(IReadOnlyList<WorkItem> due, Dictionary<ReputationEntity, EntityState> known, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(ReadWatermarkFor, time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        TimeSpan? watermark = null;
        await TryAsync("ReadWatermarkAsync", async () => watermark = await deliveries.ReadWatermarkAsync(budget.Token));

        var now = time.GetUtcNow();
        var unfinished = known.Values.Where(state => state.IsUnfinished).Select(state => now - (state.LeasedUntil ?? now));
        var evaluations = due.Where(item => Of(item, known).Sending == SendingStatus.Enabled).Select(item => now - item.DueAt);
        var lag = new SweepLag(Longest(unfinished), Longest(evaluations), watermark);
        await TryAsync(nameof(PublishLagAsync), () => metrics.PublishLagAsync(lag, now, cancellationToken));
    }

    private static TimeSpan Longest(IEnumerable<TimeSpan> lags) => lags.Append(TimeSpan.Zero).Max();

    private async Task TryAsync(string step, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception exception)
        {
            // The boundary of one step of the sweep: the others go on.
            Log.SweepStepFailed(logger, exception, step);
        }
    }
}
