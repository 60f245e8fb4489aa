using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>What one observation changes.</summary>
/// <param name="Outcome">The item as it must be afterwards.</param>
/// <param name="Deltas">What the counters gain or lose.</param>
/// <param name="Added">What is new with this observation: its new bits, or all of it if it is the later harm. What suppresses among it does so now, once.</param>
internal sealed record LedgerChange(Outcome Outcome, IReadOnlyList<CounterDelta> Deltas, Evidence Added);
