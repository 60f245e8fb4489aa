using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>Reads a subject's counters, decides, writes the decision and, if it was first to write it, finishes it.</summary>
internal sealed class Evaluator(
    ICounterStore counters,
    IPolicyStore policies,
    IStateStore states,
    IDeliveryBacklog backlog,
    Finisher finisher,
    TimeProvider time)
{
    /// <summary>The counts it found, for metrics.</summary>
    internal async Task<Assessment> EvaluateAsync(Subject subject, CancellationToken cancellation)
    {
        while (true)
        {
            var policy = await policies.GetAsync(subject, cancellation);
            var state = await states.GetAsync(subject, cancellation);
            var assessment = await AssessAsync(state, policy, cancellation);
            var decision = await DecideAsync(state, policy, assessment, cancellation);
            if (decision is Decision.Move move)
            {
                var history = HistoryEntry.Of(move.Next, Kind(move.Next), HistoryEntry.Feedback, Evidence(move.Next));
                if (await states.TryMoveAsync(move.Next, history, cancellation))
                {
                    await finisher.FinishAsync(move.Next, policy, cancellation);
                    return assessment;
                }
            }
            else if (state.Version > 0 || await states.TryMoveAsync(state with { Version = 1 }, history: null, cancellation))
            {
                // A state at version 1 makes the subject known to the sweep and to `feedback status`.
                return assessment;
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
            ? Decider.Decide(state, policy, assessment, await backlog.CountAsync(cancellation), time.GetUtcNow())
            : decision;
    }

    private static string Kind(SubjectState next) => next.Alert?.Kind.ToString() ?? next.Sending.ToString();

    private static string Evidence(SubjectState next) => next.Worst is { } worst ? worst.ToString() : string.Empty;
}
