using System.Runtime.CompilerServices;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

/// <summary>The transaction as DynamoDB does it: every condition is checked before anything is written, and what failed comes back.</summary>
internal sealed class FakeOutcomeStore(FakeCounterStore counters, FakeSuppressionStore suppressions, Faults faults) : IOutcomeReader, IEventIndex, ILedgerWriter
{
    private readonly Dictionary<OutcomeKey, Outcome> _ledger = [];

    /// <summary>Transactions that were written.</summary>
    internal List<LedgerTransaction> Written { get; } = [];

    internal int Tries { get; private set; }

    /// <summary>Says of each try whether a conflicting transaction gets in its way.</summary>
    internal Func<bool> IsBusy { get; set; } = () => false;

    /// <summary>A transaction that this holds for fails for good.</summary>
    internal Func<LedgerTransaction, bool> Refuses { get; set; } = _ => false;

    /// <summary>A transaction that this holds for can't be written as it is.</summary>
    internal Func<LedgerTransaction, bool> IsBroken { get; set; } = _ => false;

    /// <summary>Says of each try whether the items are told to be other than they are, as only an error of ours could bring about.</summary>
    internal Func<bool> IsAlwaysStale { get; set; } = () => false;

    internal Outcome? Of(OutcomeKey key) => _ledger.GetValueOrDefault(key);

    internal IReadOnlyList<Outcome> All => _ledger.Values
        .OrderBy(o => o.Key.RecipientHash, StringComparer.Ordinal)
        .ThenBy(o => o.Key.MessageId, StringComparer.Ordinal)
        .ToList();

    public Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken) =>
        faults.CallAsync("outcomes.Write", () => Write(transaction), cancellationToken);

    public Task<Outcome?> FindAsync(OutcomeKey key, CancellationToken cancellationToken) =>
        faults.CallAsync("outcomes.Find", () => Of(key), cancellationToken);

    public async IAsyncEnumerable<Outcome> OfRecipientAsync(string recipientHash, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await faults.CallAsync("outcomes.OfRecipient", () => All.Where(o => o.Key.RecipientHash == recipientHash).ToList(), cancellationToken);
        foreach (var outcome in found)
        {
            yield return outcome;
        }
    }

    public Task<IReadOnlyList<Outcome>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken) =>
        faults.CallAsync("outcomes.LatestEvents", () => (IReadOnlyList<Outcome>)All
            .Where(o => o.Attribution.Counted && o.Attribution.Entity == entity && o.ReputationEvent is not null)
            .OrderByDescending(o => o.ReputationEvent!.OccurredAt)
            .Take(limit)
            .ToList(), cancellationToken);

    public Task<IReadOnlyList<Outcome>> EventsAsync(
        ReputationEntity entity, DateTimeOffset from, DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        faults.CallAsync("outcomes.Events", () => (IReadOnlyList<Outcome>)All
            .Where(o => o.Attribution.Counted && o.Attribution.Entity == entity)
            .Where(o => o.ReputationEvent is { } happened && happened.OccurredAt >= from && happened.OccurredAt < until)
            .OrderByDescending(o => o.ReputationEvent!.OccurredAt)
            .Take(limit)
            .ToList(), cancellationToken);

    private LedgerTransactionResult Write(LedgerTransaction transaction)
    {
        Tries++;
        RefuseWhatDynamoDbRefuses(transaction);
        if (Refuses(transaction))
        {
            throw new IOException("The table refuses the transaction.");
        }

        if (IsBroken(transaction))
        {
            return new LedgerTransactionResult.Refused(new InvalidDataException("An item can't be read."));
        }

        if (IsBusy())
        {
            return LedgerTransactionResult.Busy.Instance;
        }

        if (IsAlwaysStale())
        {
            var none = transaction.Outcomes.ToDictionary(o => o.Key, _ => (Outcome?)null);
            return new LedgerTransactionResult.Stale(none, new Dictionary<EmailAddress, SuppressionEntry?>());
        }

        var staleOutcomes = transaction.Outcomes.Where(o => o.Version - 1 != (Of(o.Key)?.Version ?? 0)).ToDictionary(o => o.Key, o => Of(o.Key));
        var staleEntries = transaction.Suppressions
            .Where(e => e.Version - 1 != (suppressions.Of(e.Address)?.Version ?? 0))
            .ToDictionary(e => e.Address, e => suppressions.Of(e.Address));
        if (staleOutcomes.Count + staleEntries.Count > 0)
        {
            return new LedgerTransactionResult.Stale(staleOutcomes, staleEntries);
        }

        Apply(transaction);
        return LedgerTransactionResult.Written.Instance;
    }

    private static void RefuseWhatDynamoDbRefuses(LedgerTransaction transaction)
    {
        transaction.Actions.ShouldBeInRange(1, LedgerTransaction.MaximumActions);
        transaction.Outcomes.Select(o => o.Key).ShouldBeUnique();
        transaction.Deltas.Select(d => (d.Entity, d.Bucket)).ShouldBeUnique();
        transaction.Suppressions.Select(s => s.Address).ShouldBeUnique();
        transaction.Suppressions.ShouldAllBe(s => !s.Causes.IsEmpty);
    }

    private void Apply(LedgerTransaction transaction)
    {
        foreach (var outcome in transaction.Outcomes)
        {
            _ledger[outcome.Key] = outcome;
        }

        foreach (var delta in transaction.Deltas)
        {
            counters.Add(delta.Entity, delta.Bucket.Start, delta.Tally, delta.Domains);
        }

        foreach (var entry in transaction.Suppressions)
        {
            suppressions.Put(entry);
        }

        Written.Add(transaction);
    }
}
