using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// What runs every minute: finishes what a crash or a failing SES left undone, re-evaluates subjects whose windows slid, and publishes
/// the metrics. Two sweeps at once do no harm: every write is conditional.
/// </summary>
internal sealed class Sweep(
    IStateStore states,
    IPolicyStore policies,
    Evaluator evaluator,
    Finisher finisher,
    PausedSetWatch paused,
    IReputationMetrics metrics,
    TimeProvider time,
    ILogger<Sweep> logger)
{
    /// <summary>The bucket each subject was last evaluated in: a window's sum changes by itself only when a bucket ends.</summary>
    private readonly Dictionary<Subject, Bucket> _evaluated = [];

    internal async Task RunAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var found = await states.AllAsync(cancellation);
        if (found.Count > 0 && found.All(state => state.Subject != Subject.Account))
        {
            found = [.. found, SubjectState.New(Subject.Account)];
        }

        var tallies = new List<(Subject, Tally)>();
        foreach (var state in found.OrderByDescending(Harm))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            if (await SweepSafelyAsync(state, cancellation) is { } assessment)
            {
                tallies.Add((state.Subject, assessment.Tallies.MaxBy(t => t.Window.Length).Tally));
            }
        }

        await PublishAsync(tallies, cancellation);
        Log.Swept(logger, found.Count, tallies.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Unfinished pauses first, the most harmful (most events) first among them: SES takes one call a second.</summary>
    private static (bool Pausing, long Events) Harm(SubjectState state) =>
        (state.Sending == SendingStatus.Pausing, state.Worst?.Events ?? 0);

    private async Task<Assessment?> SweepSafelyAsync(SubjectState state, CancellationToken cancellation)
    {
        try
        {
            return await SweepAsync(state, cancellation);
        }
        catch (Exception exception)
        {
            // The boundary of one subject: the others must not wait for it.
            Log.SweepItemFailed(logger, exception, state.Subject.Key);
            return null;
        }
    }

    private async Task<Assessment?> SweepAsync(SubjectState state, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (state.IsUnfinished)
        {
            await TakeOverAsync(state, now, cancellation);
        }
        else if (state.Sending == SendingStatus.Paused)
        {
            await paused.LookAsync(state, cancellation);
        }

        var bucket = Bucket.Of(now);
        if (!state.Held && state.Subject != Subject.Account && _evaluated.TryGetValue(state.Subject, out var last) && last == bucket)
        {
            return null;
        }

        var assessment = await evaluator.EvaluateAsync(state.Subject, cancellation);
        _evaluated[state.Subject] = bucket;
        return assessment;
    }

    private async Task TakeOverAsync(SubjectState state, DateTimeOffset now, CancellationToken cancellation)
    {
        if (state.IsLeased(now))
        {
            return;
        }

        var taken = state with { Version = state.Version + 1, LeasedUntil = now + Decider.Lease };
        if (await states.TryMoveAsync(taken, history: null, cancellation))
        {
            await finisher.FinishAsync(taken, await policies.GetAsync(state.Subject, cancellation), cancellation);
        }
    }

    private async Task PublishAsync(IReadOnlyList<(Subject, Tally)> tallies, CancellationToken cancellation)
    {
        try
        {
            await metrics.PublishAsync(tallies, time.GetUtcNow(), cancellation);
        }
        catch (Exception exception)
        {
            // Metrics are a courtesy: a sweep that paused what it had to has done its work.
            Log.MetricsFailed(logger, exception);
        }
    }
}
