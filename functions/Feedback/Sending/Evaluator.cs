using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>Reads a subject's counters, decides, and writes the decision.</summary>
internal sealed class Evaluator(
    ICounterStore counters,
    IPolicyStore policies,
    IStateStore states,
    IDeliveryBacklog backlog,
    TimeProvider time,
    ILogger<Evaluator> logger)
{
    internal async Task<Evaluation> EvaluateAsync(Subject subject, CancellationToken cancellation)
    {
        while (true)
        {
            var policy = await policies.GetAsync(subject, cancellation);
            var state = await states.GetAsync(subject, cancellation);
            var assessment = await AssessAsync(state, policy, cancellation);
            var decision = await DecideAsync(state, policy, assessment, cancellation);
            if (decision is Decision.Move { Next: var next })
            {
                var history = HistoryEntry.Of(next, HistoryEntry.Feedback, next.Worst?.ToString() ?? string.Empty);
                if (await states.TryMoveAsync(next, history, cancellation))
                {
                    return new Evaluation(subject, assessment, next);
                }
            }
            else if (state.Version > 0 || await states.TryMoveAsync(state with { Version = 1 }, history: null, cancellation))
            {
                // A state at version 1 makes the subject known to the sweep and to `feedback status`.
                return new Evaluation(subject, assessment, Decided: null);
            }
        }
    }

    internal async Task<Assessment> AssessAsync(SubjectState state, Policy policy, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var from = policy.Windows.Min(window => WindowSums.Start(window, now, state.CountFrom));
        var read = await counters.ReadAsync(state.Subject, from, cancellation);
        return Assessment.Of(policy, WindowSums.Sum(policy.Windows, read, now, state.CountFrom), Decider.Former(state));
    }

    private async Task<Decision> DecideAsync(SubjectState state, Policy policy, Assessment assessment, CancellationToken cancellation)
    {
        var decision = Decider.Decide(state, policy, assessment, backlog: null, time.GetUtcNow());
        return decision is Decision.AskBacklog
            ? Decider.Decide(state, policy, assessment, await BacklogAsync(cancellation), time.GetUtcNow())
            : decision;
    }

    /// <summary>A queue that can't be asked must neither pause a healthy set nor leave an ill one unknown to the sweep.</summary>
    private async Task<long> BacklogAsync(CancellationToken cancellation)
    {
        try
        {
            return await backlog.CountAsync(cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Log.BacklogUnknown(logger, exception);
            return Decider.UnknownBacklog;
        }
    }
}
