using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>An alert that on-call would have received.</summary>
/// <param name="At">The time of the decision.</param>
/// <param name="Entity">The entity it is about.</param>
/// <param name="Kind">The kind of alert.</param>
/// <param name="Worst">The rate that explains it.</param>
internal sealed record Transition(DateTimeOffset At, ReputationEntity Entity, AlertKind Kind, Rate? Worst);
