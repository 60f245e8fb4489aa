using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>Reads a subject's counters, decides, and writes the decision.</summary>
internal sealed class Evaluator(
    ICounterStore counters,
    IPolicyStore policies,
    IStateStore states,
    DenominatorReader denominators,
    TimeProvider time)
{
    internal async Task<Evaluation> EvaluateAsync(Subject subject, CancellationToken cancellation)
    {
        while (true)
        {
            var policy = await policies.GetAsync(subject, cancellation);
            var state = await states.GetAsync(subject, cancellation);
            var assessment = await AssessAsync(state, policy, cancellation);
            var decision = await DecideAsync(state, policy, assessment, cancellation);
            if (decision is Decision.Nothing && state.Version == 0)
            {
                // A state at version 1 makes the subject known to the sweep and to `feedback status`.
                decision = new Decision.Remember(state with { Version = 1 });
            }

            if (await WriteAsync(decision, cancellation))
            {
                return new Evaluation(subject, assessment, (decision as Decision.Move)?.Next);
            }
        }
    }

    internal async Task<Assessment> AssessAsync(SubjectState state, Policy policy, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var from = policy.Windows.Min(window => WindowSums.Start(window, now, state.CountFrom));
        var read = await counters.ReadAsync(state.Subject, from, cancellation);
        return Assessment.Of(policy, WindowSums.Sum(policy.Windows, read, now, state.CountFrom), state.Level);
    }

    private async Task<Decision> DecideAsync(SubjectState state, Policy policy, Assessment assessment, CancellationToken cancellation)
    {
        var decision = Decider.Decide(state, policy, assessment, safety: null, time.GetUtcNow());
        return decision is Decision.AskBacklog
            ? Decider.Decide(state, policy, assessment, await denominators.ReadAsync(state, policy, cancellation), time.GetUtcNow())
            : decision;
    }

    /// <summary>False if somebody else has moved on.</summary>
    private async Task<bool> WriteAsync(Decision decision, CancellationToken cancellation) => decision switch
    {
        Decision.Move { Next: var next } =>
            await states.TryMoveAsync(next, HistoryEntry.Of(next, HistoryEntry.Feedback, next.Worst?.ToString() ?? string.Empty), cancellation),
        Decision.Remember { Next: var next } => await states.TryMoveAsync(next, history: null, cancellation),
        _ => true,
    };
}
