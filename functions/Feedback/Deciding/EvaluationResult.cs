using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>What an evaluation found.</summary>
/// <param name="Entity">Of whom.</param>
/// <param name="Assessment">The rates and the level they make.</param>
/// <param name="Decided">The state that was decided and written, to be finished by whoever asked; null if nothing changed.</param>
internal sealed record EvaluationResult(ReputationEntity Entity, Assessment Assessment, EntityState? Decided);
