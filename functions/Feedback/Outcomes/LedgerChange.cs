using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>The changes that follow from one observation.</summary>
/// <param name="Outcome">The item to store.</param>
/// <param name="Deltas">The changes of the counters.</param>
/// <param name="Added">The evidence that is new: the observation's new bits, or all of them if it is a later bounce or complaint. Only this evidence can suppress.</param>
internal sealed record LedgerChange(Outcome Outcome, IReadOnlyList<CounterDelta> Deltas, Evidence Added);
