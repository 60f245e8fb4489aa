using Feedback.Outcomes;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>What one transaction writes: ledger items, the counters they change, the suppression entries they cause.</summary>
/// <param name="Outcomes">As they must be afterwards; each was at the version before.</param>
/// <param name="Deltas">One for each entity and bucket.</param>
/// <param name="Suppressions">As they must be afterwards; each was at the version before.</param>
internal sealed record LedgerTransaction(
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<CounterDelta> Deltas,
    IReadOnlyList<SuppressionEntry> Suppressions)
{
    /// <summary>DynamoDB's limit on the actions of one TransactWriteItems.</summary>
    internal const int MaximumActions = 100;

    internal int Actions => Outcomes.Count + Deltas.Count + Suppressions.Count;
}
