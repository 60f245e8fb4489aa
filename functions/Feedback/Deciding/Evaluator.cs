using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>Reads an entity's counters, decides, and writes the decision.</summary>
internal sealed class Evaluator(
    ICounterStore counters,
    IPolicyStore policies,
    StateTransitions transitions,
    HoldProgressReader progressReader,
    TimeProvider time)
{
    internal async Task<EvaluationResult> EvaluateAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(entity, cancellationToken);
        EntityState? read = null;
        IReadOnlyList<(Bucket Bucket, Tally Tally)> counted = [];
        Assessment? assessment = null;
        Decision? decision = null;
        var written = await transitions.MoveAsync(
            entity,
            async state =>
            {
                read = state;
                counted = await ReadAsync(state, policy, cancellationToken);
                assessment = Assess(state, policy, counted);
                decision = await DecideAsync(state, policy, assessment, cancellationToken);
                return ChangeFor(state, decision);
            },
            cancellationToken);
        return new EvaluationResult(written ?? read!, assessment!, decision is Decision.Move ? written : null, policy, counted);
    }

    internal async Task<Assessment> AssessAsync(EntityState state, Policy policy, CancellationToken cancellationToken) =>
        Assess(state, policy, await ReadAsync(state, policy, cancellationToken));

    private Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(EntityState state, Policy policy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return counters.ReadAsync(state.Entity, policy.Windows.Min(window => WindowTally.Start(window, now, state.CountFrom)), cancellationToken);
    }

    private Assessment Assess(EntityState state, Policy policy, IReadOnlyList<(Bucket Bucket, Tally Tally)> counted) =>
        Assessment.Of(policy, WindowTally.Sum(policy.Windows, counted, time.GetUtcNow(), state.CountFrom), state.AssessedFrom);

    private async Task<Decision> DecideAsync(EntityState state, Policy policy, Assessment assessment, CancellationToken cancellationToken)
    {
        var decision = Decider.Decide(state, policy, assessment, progress: null, time.GetUtcNow());
        if (decision is not Decision.AskHoldProgress)
        {
            return decision;
        }

        var progress = await progressReader.ReadAsync(state.Entity, policy, state.Hold, state.CountFrom, cancellationToken);
        return Decider.Decide(state, policy, assessment, progress, time.GetUtcNow());
    }

    /// <summary>Writes a new entity's state even if nothing was decided: the sweep and <c>feedback status</c> know an entity by its state.</summary>
    private static StateChange? ChangeFor(EntityState state, Decision decision) => decision switch
    {
        Decision.Move { Next: var next } => StateChange.Transition(next, Actor.Feedback, next.Finding ?? next.Worst?.ToString() ?? string.Empty),
        Decision.Remember { Next: var next } => StateChange.Bookkeeping(next),
        _ => state.Version == 0 ? StateChange.Bookkeeping(state) : null,
    };
}
