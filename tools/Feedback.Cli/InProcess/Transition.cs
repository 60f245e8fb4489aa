using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>Something on-call would have been told.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Entity">Of whom.</param>
/// <param name="Kind">What.</param>
/// <param name="Worst">The rate that explains it.</param>
internal sealed record Transition(DateTimeOffset At, ReputationEntity Entity, AlertKind Kind, Rate? Worst);
