using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>What one observation changes.</summary>
/// <param name="Outcome">The item as it must be afterwards.</param>
/// <param name="Deltas">What the counters gain or lose.</param>
/// <param name="Added">The bits that are new with this observation; those that suppress do so now, once.</param>
internal sealed record Recorded(Outcome Outcome, IReadOnlyList<CounterDelta> Deltas, Evidence Added);
