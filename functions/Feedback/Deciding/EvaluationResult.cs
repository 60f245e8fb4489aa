using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>The result of one evaluation.</summary>
/// <param name="Entity">The entity that was evaluated.</param>
/// <param name="Assessment">Its rates, and the level they make.</param>
/// <param name="Decided">The transition that was written, for the caller to reconcile; null if there was none.</param>
internal sealed record EvaluationResult(ReputationEntity Entity, Assessment Assessment, EntityState? Decided);
