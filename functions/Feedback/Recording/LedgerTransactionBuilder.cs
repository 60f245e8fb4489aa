using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>Builds the transaction that records some observations, from what is known of the stored items so far.</summary>
internal sealed class LedgerTransactionBuilder(IReadOnlyList<Observation> observations, SuppressionTerms terms)
{
    private readonly Dictionary<OutcomeKey, Outcome?> _outcomes = [];
    private readonly Dictionary<EmailAddress, SuppressionEntry?> _suppressions = [];

    internal IReadOnlyList<Observation> Observations => observations;

    /// <summary>
    /// The entities whose counters include the observations. The ledger may know a more certain configuration set than the observation names.
    /// </summary>
    internal IEnumerable<ReputationEntity> Entities => observations
        .Select(o => Seen(o.Key)?.Attribution.Or(o.Attribution) ?? o.Attribution)
        .Where(attribution => attribution.Counted)
        .Select(attribution => attribution.Entity);

    /// <summary>
    /// The entities of mail that SES reports in both formats: a published event and a feedback notification say the same of one outcome.
    /// </summary>
    internal IEnumerable<ReputationEntity> InBothFormats =>
        from outcome in observations.GroupBy(o => o.Key)
        let stored = Seen(outcome.Key)
        where (Said(stored, outcome, published: true) & Said(stored, outcome, published: false)) != Evidence.None
        select outcome.Aggregate(stored?.Attribution ?? Attribution.None, (known, o) => known.Or(o.Attribution)).Entity;

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
            var after = Ledger.Record(before, observation);
            if (after != before)
            {
                outcomes[observation.Key] = after;
            }

            Suppress(suppressions, observation, before?.Evidence ?? Evidence.None);
        }

        var next = outcomes.Values.Select(o => o with { Version = (Seen(o.Key)?.Version ?? 0) + 1 }).ToList();
        var domains = observations.GroupBy(o => o.Key).ToDictionary(o => o.Key, o => DomainClasses.Of(o.First().Recipient.Domain));
        var deltas = next.SelectMany(o => Ledger.Difference(Seen(o.Key), o).Select(d => d with { Domains = domains[o.Key] }))
            .GroupBy(d => (d.Entity, d.Bucket))
            .Select(g => g.Aggregate((a, b) => a with { Tally = a.Tally + b.Tally, Domains = a.Domains | b.Domains }))
            .Where(d => d.Tally != Tally.Zero)
            .ToList();
        var changed = suppressions.Values.Where(Changes).ToList();
        return new LedgerTransaction(next, deltas, changed.Select(NextVersion).ToList())
        {
            NewlySuppressed = changed.SelectMany(NewReasons).GroupBy(reason => reason.ToString()).ToDictionary(of => of.Key, of => of.LongCount()),
        };
    }

    /// <summary>What one of the formats has said of an outcome. What both have said before counts as published.</summary>
    private static Evidence Said(Outcome? stored, IEnumerable<Observation> observed, bool published) => observed
        .Where(o => o.Attribution.IsPublished == published)
        .Aggregate(stored?.Attribution.IsPublished == published ? stored.Evidence : Evidence.None, (said, o) => said | o.Evidence);

    private Outcome? Seen(OutcomeKey key) => _outcomes.GetValueOrDefault(key);

    private SuppressionEntry Entry(EmailAddress address) =>
        _suppressions.GetValueOrDefault(address) ?? SuppressionEntry.Empty(address);

    /// <summary>
    /// Adds every observation, even one that tells the ledger nothing new: adding it again changes nothing, and of two notifications of one
    /// event the second may name another scope. Only an entry that has been deleted since isn't brought back by a repeat.
    /// </summary>
    private void Suppress(Dictionary<EmailAddress, SuppressionEntry> suppressions, Observation observation, Evidence known)
    {
        if (IsRepeated(observation) && _suppressions.GetValueOrDefault(observation.Recipient) is null)
        {
            return;
        }

        var given = SuppressionReasons.Of(known);
        foreach (var reason in SuppressionReasons.Of(observation.Evidence))
        {
            var entry = suppressions.GetValueOrDefault(observation.Recipient)
                ?? _suppressions.GetValueOrDefault(observation.Recipient)
                ?? SuppressionEntry.Empty(observation.Recipient);
            suppressions[observation.Recipient] = entry.With(reason, Scope(reason, observation), Event(observation), !given.Contains(reason), terms);
        }
    }

    private bool IsRepeated(Observation observation) =>
        Seen(observation.Key) is { } stored && Ledger.Record(stored, observation) == stored;

    /// <summary>An opt-out is about a stream of mail, so it holds for its set; a complaint does where the policy says so.</summary>
    private static SuppressionScope Scope(SuppressionReason reason, Observation observation) =>
        reason == SuppressionReason.Complaint && observation.ComplaintScope == ComplaintScope.Everywhere
            ? SuppressionScope.Everywhere
            : SuppressionScope.Of(observation.Attribution.ConfigurationSet);

    private static SuppressionEvent Event(Observation observation) => new(
        observation.OccurredAt,
        observation.Key.MessageId,
        observation.Subtype,
        observation.Diagnostic,
        observation.Attribution.ConfigurationSet,
        observation.FeedbackId);

    private bool Changes(SuppressionEntry entry) => !entry.SaysTheSameAs(Entry(entry.Address));

    private IEnumerable<SuppressionReason> NewReasons(SuppressionEntry entry) => entry.Reasons.Except(Entry(entry.Address).Reasons);

    private SuppressionEntry NextVersion(SuppressionEntry entry) => entry with { Version = Entry(entry.Address).Version + 1 };
}
