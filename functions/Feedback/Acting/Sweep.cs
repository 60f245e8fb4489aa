using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Runs every minute: evaluates entities whose windows have moved, publishes metrics, reconciles what a crash or a failing SES left undone,
/// and detects drift between SES and the states. Sweeps may overlap, since every write is conditional.
/// </summary>
internal sealed class Sweep(
    IStateStore states,
    Evaluator evaluator,
    Reconciler reconciler,
    SendingDriftDetector driftDetector,
    IReputationMetrics metrics,
    TimeProvider time,
    ILogger<Sweep> logger)
{
    private static readonly ReputationEntity[] AlwaysSwept = [ReputationEntity.Account, ReputationEntity.Unattributed];

    /// <summary>The bucket in which each entity was last evaluated. Without new mail, a window's sum changes only when a bucket ends.</summary>
    private readonly Dictionary<ReputationEntity, Bucket> _evaluated = [];

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var found = await FindAsync(cancellationToken);
        var evaluations = await EvaluateAsync(found.Where(IsDue), cancellationToken);
        await PublishAsync(evaluations, cancellationToken);

        var now = time.GetUtcNow();
        var unfinished = found.Where(state => state.IsUnfinished && !state.IsLeased(now));
        await reconciler.ReconcileAsync([.. unfinished, .. evaluations.Select(e => e.Decided).OfType<EntityState>()], cancellationToken);
        var comparable = found.Where(state => !state.IsUnfinished || (state.Sending == SendingStatus.Paused && !state.IsLeased(now)));
        await driftDetector.DetectAsync(comparable, cancellationToken);
        Log.Swept(logger, found.Count, evaluations.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Includes the account and unattributed mail, with or without a state: no batch evaluates them.</summary>
    private async Task<IReadOnlyList<EntityState>> FindAsync(CancellationToken cancellationToken)
    {
        var found = await states.AllAsync(cancellationToken);
        var known = found.Select(state => state.Entity).ToHashSet();
        return [.. found, .. AlwaysSwept.Where(entity => !known.Contains(entity)).Select(EntityState.New)];
    }

    /// <summary>The account's counters change with every batch, and a held set waits for deliveries rather than for its windows.</summary>
    private bool IsDue(EntityState state) =>
        state.Held
        || state.Entity == ReputationEntity.Account
        || !_evaluated.TryGetValue(state.Entity, out var last)
        || last != Bucket.Of(time.GetUtcNow());

    private async Task<List<EvaluationResult>> EvaluateAsync(IEnumerable<EntityState> due, CancellationToken cancellationToken)
    {
        var evaluations = new List<EvaluationResult>();
        foreach (var state in due)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            try
            {
                var bucket = Bucket.Of(time.GetUtcNow());
                evaluations.Add(await evaluator.EvaluateAsync(state.Entity, cancellationToken));
                _evaluated[state.Entity] = bucket;
            }
            catch (Exception exception)
            {
                // The boundary of one entity: the others go on.
                Log.EvaluationFailed(logger, exception, state.Entity.Key);
            }
        }

        return evaluations;
    }

    private async Task PublishAsync(IEnumerable<EvaluationResult> evaluations, CancellationToken cancellationToken)
    {
        try
        {
            await metrics.PublishAsync(evaluations.Select(e => (e.Entity, e.Assessment.Longest)).ToList(), time.GetUtcNow(), cancellationToken);
        }
        catch (Exception exception)
        {
            // Metrics are informative; pausing matters more.
            Log.MetricsFailed(logger, exception);
        }
    }
}
