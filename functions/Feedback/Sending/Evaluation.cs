using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>What an evaluation found.</summary>
/// <param name="Subject">Of whom.</param>
/// <param name="Assessment">The rates and the level they make.</param>
/// <param name="Decided">The state that was decided and written, to be finished by whoever asked; null if nothing changed.</param>
internal sealed record Evaluation(Subject Subject, Assessment Assessment, SubjectState? Decided);
