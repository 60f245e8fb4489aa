using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>Builds the transaction that records some observations, from what is known of the stored items so far.</summary>
internal sealed class LedgerTransactionBuilder(IReadOnlyList<Observation> observations)
{
    private readonly Dictionary<OutcomeKey, Outcome?> _outcomes = [];
    private readonly Dictionary<EmailAddress, SuppressionEntry?> _suppressions = [];

    internal IReadOnlyList<Observation> Observations => observations;

    /// <summary>The entities whose counters include the observations. The ledger may know a more certain configuration set than the observation names.</summary>
    internal IEnumerable<ReputationEntity> Entities => observations
        .Select(o => Seen(o.Key)?.Attribution.Or(o.Attribution) ?? o.Attribution)
        .Where(attribution => attribution.Counted)
        .Select(attribution => attribution.Entity);

    internal void Learn(LedgerTransactionResult.Stale stale)
    {
        foreach (var (key, outcome) in stale.Outcomes)
        {
            _outcomes[key] = outcome;
        }

        foreach (var (address, entry) in stale.Suppressions)
        {
            _suppressions[address] = entry;
        }
    }

    /// <summary>
    /// Returns what is left to write. An item that nothing is known of is assumed to be new, which is nearly always right. Where it is
    /// wrong, the cancelled transaction returns the stored item.
    /// </summary>
    internal LedgerTransaction Build()
    {
        var outcomes = new Dictionary<OutcomeKey, Outcome>();
        var suppressions = new Dictionary<EmailAddress, SuppressionEntry>();
        foreach (var observation in observations)
        {
            var before = outcomes.GetValueOrDefault(observation.Key) ?? Seen(observation.Key);
            var change = Ledger.Record(before, observation);
            if (change.Outcome == before)
            {
                continue;
            }

            outcomes[observation.Key] = change.Outcome;
            Suppress(suppressions, observation, change.Added);
        }

        var next = outcomes.Values.Select(o => o with { Version = (Seen(o.Key)?.Version ?? 0) + 1 }).ToList();
        var deltas = next.SelectMany(o => Ledger.Difference(Seen(o.Key), o))
            .GroupBy(d => (d.Entity, d.Bucket), d => d.Tally)
            .Select(g => new CounterDelta(g.Key.Entity, g.Key.Bucket, g.Aggregate(Reputation.Tally.Zero, (a, b) => a + b)))
            .Where(d => d.Tally != Reputation.Tally.Zero)
            .ToList();
        return new LedgerTransaction(next, deltas, suppressions.Values.Where(Changes).Select(NextVersion).ToList());
    }

    private Outcome? Seen(OutcomeKey key) => _outcomes.GetValueOrDefault(key);

    private SuppressionEntry Entry(EmailAddress address) =>
        _suppressions.GetValueOrDefault(address) ?? SuppressionEntry.Empty(address);

    private void Suppress(Dictionary<EmailAddress, SuppressionEntry> suppressions, Observation observation, Evidence added)
    {
        foreach (var reason in SuppressionReasons.Of(added))
        {
            var entry = suppressions.GetValueOrDefault(observation.Recipient) ?? Entry(observation.Recipient);
            suppressions[observation.Recipient] = entry.With(reason, new SuppressionCause(observation.OccurredAt, observation.Key.MessageId));
        }
    }

    private bool Changes(SuppressionEntry entry) => !entry.SaysTheSameAs(Entry(entry.Address));

    private SuppressionEntry NextVersion(SuppressionEntry entry) => entry with { Version = Entry(entry.Address).Version + 1 };
}
