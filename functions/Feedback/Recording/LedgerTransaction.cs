using Feedback.Outcomes;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>The writes of one transaction: outcomes, the counters they change and the suppression entries they cause.</summary>
/// <param name="Outcomes">The items to store, each one version above the stored one.</param>
/// <param name="Deltas">At most one for each entity and bucket.</param>
/// <param name="Suppressions">The entries to store, each one version above the stored one.</param>
internal sealed record LedgerTransaction(
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<CounterDelta> Deltas,
    IReadOnlyList<SuppressionEntry> Suppressions)
{
    /// <summary>How many addresses the entries suppress for a reason that was not on the list before, by the name of the reason.</summary>
    internal IReadOnlyDictionary<string, long> NewlySuppressed { get; init; } = new Dictionary<string, long>();

    /// <summary>DynamoDB's limit on the actions of one TransactWriteItems.</summary>
    internal const int MaximumActions = 100;

    internal int Actions => Outcomes.Count + Deltas.DistinctBy(delta => (delta.Entity, delta.Hour)).Count() + Suppressions.Count;
}
