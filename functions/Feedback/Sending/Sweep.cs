using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// What runs every minute: re-evaluates subjects whose windows slid, publishes the metrics, finishes what a crash or a failing SES left
/// undone, and looks after what SES says of the sets. Two sweeps at once do no harm: every write is conditional.
/// </summary>
internal sealed class Sweep(
    IStateStore states,
    Evaluator evaluator,
    Finisher finisher,
    SendingWatch watch,
    IReputationMetrics metrics,
    TimeProvider time,
    ILogger<Sweep> logger)
{
    private static readonly Subject[] Everybody = [Subject.Account, Subject.Unattributed];

    /// <summary>The bucket each subject was last evaluated in: a window's sum changes by itself only when a bucket ends.</summary>
    private readonly Dictionary<Subject, Bucket> _evaluated = [];

    internal async Task RunAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var found = await FindAsync(cancellation);
        var evaluations = await EvaluateAsync(found.Where(IsDue), cancellation);
        await PublishAsync(evaluations, cancellation);

        var now = time.GetUtcNow();
        var unfinished = found.Where(state => state.IsUnfinished && !state.IsLeased(now));
        await finisher.FinishAsync([.. unfinished, .. evaluations.Select(e => e.Decided).OfType<SubjectState>()], cancellation);
        await watch.LookAsync(found.Where(state => !state.IsUnfinished || (state.Sending == SendingStatus.Paused && !state.IsLeased(now))), cancellation);
        Log.Swept(logger, found.Count, evaluations.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>No batch judges the account or mail without a set, so the sweep does, known or not.</summary>
    private async Task<IReadOnlyList<SubjectState>> FindAsync(CancellationToken cancellation)
    {
        var found = await states.AllAsync(cancellation);
        var known = found.Select(state => state.Subject).ToHashSet();
        return [.. found, .. Everybody.Where(subject => !known.Contains(subject)).Select(SubjectState.New)];
    }

    /// <summary>The account's counters change with every batch; a held set waits for the backlog, not for its windows.</summary>
    private bool IsDue(SubjectState state) =>
        state.Held
        || state.Subject == Subject.Account
        || !_evaluated.TryGetValue(state.Subject, out var last)
        || last != Bucket.Of(time.GetUtcNow());

    private async Task<List<Evaluation>> EvaluateAsync(IEnumerable<SubjectState> due, CancellationToken cancellation)
    {
        var evaluations = new List<Evaluation>();
        foreach (var state in due)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            try
            {
                var bucket = Bucket.Of(time.GetUtcNow());
                evaluations.Add(await evaluator.EvaluateAsync(state.Subject, cancellation));
                _evaluated[state.Subject] = bucket;
            }
            catch (Exception exception)
            {
                // The boundary of one subject: the others must not wait for it.
                Log.EvaluationFailed(logger, exception, state.Subject.Key);
            }
        }

        return evaluations;
    }

    private async Task PublishAsync(IEnumerable<Evaluation> evaluations, CancellationToken cancellation)
    {
        try
        {
            await metrics.PublishAsync(evaluations.Select(e => (e.Subject, e.Assessment.Longest)).ToList(), time.GetUtcNow(), cancellation);
        }
        catch (Exception exception)
        {
            // Metrics are a courtesy: pausing matters more.
            Log.MetricsFailed(logger, exception);
        }
    }
}
