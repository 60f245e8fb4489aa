using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>Reads an entity's counters, decides, and writes the decision.</summary>
internal sealed class Evaluator(
    ICounterStore counters,
    IPolicyStore policies,
    IStateStore states,
    DeliveryLagReader lagReader,
    TimeProvider time)
{
    internal async Task<EvaluationResult> EvaluateAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        while (true)
        {
            var policy = await policies.GetAsync(entity, cancellationToken);
            var state = await states.GetAsync(entity, cancellationToken);
            var assessment = await AssessAsync(state, policy, cancellationToken);
            var decision = await DecideAsync(state, policy, assessment, cancellationToken);
            if (decision is Decision.Nothing && state.Version == 0)
            {
                // A state at version 1 makes the entity known to the sweep and to `feedback status`.
                decision = new Decision.Remember(state with { Version = 1 });
            }

            if (await WriteAsync(decision, cancellationToken))
            {
                return new EvaluationResult(entity, assessment, (decision as Decision.Move)?.Next);
            }
        }
    }

    internal async Task<Assessment> AssessAsync(EntityState state, Policy policy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var from = policy.Windows.Min(window => WindowTally.Start(window, now, state.CountFrom));
        var read = await counters.ReadAsync(state.Entity, from, cancellationToken);
        return Assessment.Of(policy, WindowTally.Sum(policy.Windows, read, now, state.CountFrom), state.Level);
    }

    private async Task<Decision> DecideAsync(EntityState state, Policy policy, Assessment assessment, CancellationToken cancellationToken)
    {
        var decision = Decider.Decide(state, policy, assessment, lag: null, time.GetUtcNow());
        return decision is Decision.AskDeliveryLag
            ? Decider.Decide(state, policy, assessment, await lagReader.ReadAsync(state.Entity, policy, state.Hold, state.CountFrom, cancellationToken), time.GetUtcNow())
            : decision;
    }

    /// <summary>False if somebody else has moved on.</summary>
    private async Task<bool> WriteAsync(Decision decision, CancellationToken cancellationToken) => decision switch
    {
        Decision.Move { Next: var next } =>
            await states.TryMoveAsync(next, HistoryEntry.Of(next, HistoryEntry.Feedback, next.Worst?.ToString() ?? string.Empty), cancellationToken),
        Decision.Remember { Next: var next } => await states.TryMoveAsync(next, history: null, cancellationToken),
        _ => true,
    };
}
