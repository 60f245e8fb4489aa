using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>The result of one evaluation.</summary>
/// <param name="State">The state that the evaluation found or wrote.</param>
/// <param name="Assessment">The entity's rates, and the level they make.</param>
/// <param name="Decided">The transition that was written, for the caller to reconcile; null if there was none.</param>
/// <param name="Policy">The policy that was applied.</param>
/// <param name="Counters">The counters that were read.</param>
internal sealed record EvaluationResult(
    EntityState State,
    Assessment Assessment,
    EntityState? Decided,
    Policy Policy,
    IReadOnlyList<(Bucket Bucket, Tally Tally)> Counters)
{
    internal ReputationEntity Entity => State.Entity;

    /// <summary>Whether the entity is, or until now was, anything but healthy.</summary>
    internal bool IsTroubled => Decided is not null || State.Level != Level.Normal || State.Sending != SendingStatus.Enabled;
}
