using Feedback.Cli.InProcess;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Cli.Simulation.InMemory;

/// <summary>
/// Outcomes, counters and suppression entries in memory, under the conditions of the real transaction: every version is checked before
/// anything is written, and items that have changed are returned. Not thread-safe.
/// </summary>
internal sealed class MemoryTables(TimeProvider time) : IOutcomeReader, ILedgerWriter, ICounterStore, ISuppressionStore, ISoftSuppressionLog
{
    private readonly Dictionary<string, Outcome[]> _ledger = [];
    private readonly Dictionary<ReputationEntity, BucketSums> _counters = [];
    private readonly Dictionary<ReputationEntity, Dictionary<DateTimeOffset, DomainClasses>> _domains = [];
    private readonly Dictionary<EmailAddress, SuppressionEntry> _suppressions = [];
    private readonly Dictionary<ReputationEntity, List<Outcome>> _events = [];
    private readonly List<(DateTimeOffset At, string RecipientHash)> _softSuppressions = [];

    /// <summary>The number of message and recipient pairs in the ledger.</summary>
    public int Outcomes { get; private set; }

    public Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        var outcomes = transaction.Outcomes.Where(o => o.Version - 1 != (Of(o.Key)?.Version ?? 0)).ToDictionary(o => o.Key, o => Of(o.Key));
        var entries = transaction.Suppressions
            .Where(e => e.Version - 1 != (_suppressions.GetValueOrDefault(e.Address)?.Version ?? 0))
            .ToDictionary(e => e.Address, e => _suppressions.GetValueOrDefault(e.Address));
        if (outcomes.Count + entries.Count > 0)
        {
            return Task.FromResult<LedgerTransactionResult>(new LedgerTransactionResult.Stale(outcomes, entries));
        }

        foreach (var outcome in transaction.Outcomes)
        {
            Put(outcome);
        }

        foreach (var delta in transaction.Deltas)
        {
            Sums(delta.Entity).Add(delta.Bucket, delta.Tally);
            var domains = DomainsOf(delta.Entity);
            domains[delta.Hour] = domains.GetValueOrDefault(delta.Hour) | delta.Domains;
        }

        foreach (var entry in transaction.Suppressions)
        {
            _suppressions[entry.Address] = entry;
        }

        return Task.FromResult<LedgerTransactionResult>(LedgerTransactionResult.Written.Instance);
    }

    public Task<Outcome?> FindAsync(OutcomeKey key, CancellationToken cancellationToken) => Task.FromResult(Of(key));

    public IAsyncEnumerable<Outcome> OfRecipientAsync(string recipientHash, CancellationToken cancellationToken) =>
        (_ledger.GetValueOrDefault(recipientHash) ?? []).ToAsyncEnumerable();

    public Task<IReadOnlyList<Outcome>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Outcome>>(
        [
            .. (_events.GetValueOrDefault(entity) ?? []).AsEnumerable().Reverse() // the latest version of an outcome first
                .OrderByDescending(outcome => outcome.ReputationEvent!.OccurredAt)
                .DistinctBy(outcome => outcome.Key)
                .Take(limit),
        ]);

    public Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken) =>
        Task.FromResult(Sums(entity).From(from));

    public Task<bool> MailsSeveralDomainsAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken) =>
        Task.FromResult(DomainsOf(entity)
            .Where(hour => hour.Key >= CounterDelta.HourOf(from))
            .Aggregate(default(DomainClasses), (all, hour) => all | hour.Value).AreSeveral);

    public Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SuppressionEntry>>([.. addresses.Distinct().Select(_suppressions.GetValueOrDefault).OfType<SuppressionEntry>()]);

    public Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Version != (_suppressions.GetValueOrDefault(entry.Address)?.Version ?? 0))
        {
            return Task.FromResult(false);
        }

        if (entry.Causes.IsEmpty)
        {
            _suppressions.Remove(entry.Address);
        }
        else
        {
            _suppressions[entry.Address] = entry with { Version = entry.Version + 1 };
        }

        return Task.FromResult(true);
    }

    public Task AddAsync(IEnumerable<SuppressionEntry> entries, CancellationToken cancellationToken)
    {
        _softSuppressions.AddRange(entries.Where(entry => entry.SoftBounces is not null).Select(entry => (time.GetUtcNow(), entry.Address.Hash)));
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<(DateTimeOffset At, string RecipientHash)> ReadAsync(DateTimeOffset? from, CancellationToken cancellationToken) =>
        _softSuppressions.AsEnumerable().Reverse().TakeWhile(added => from is null || added.At >= from).Reverse().ToList().ToAsyncEnumerable();

    private Outcome? Of(OutcomeKey key) =>
        Array.Find(_ledger.GetValueOrDefault(key.RecipientHash) ?? [], outcome => outcome.Key.MessageId == key.MessageId);

    private void Put(Outcome outcome)
    {
        var of = _ledger.GetValueOrDefault(outcome.Key.RecipientHash) ?? [];
        var at = Array.FindIndex(of, known => known.Key == outcome.Key);
        if (at < 0)
        {
            _ledger[outcome.Key.RecipientHash] = [.. of, outcome];
            Outcomes++;
        }
        else
        {
            of[at] = outcome;
        }

        if (outcome is { ReputationEvent: not null, Attribution.Counted: true })
        {
            EventsOf(outcome.Attribution.Entity).Add(outcome);
        }
    }

    private BucketSums Sums(ReputationEntity entity) => _counters.TryGetValue(entity, out var sums) ? sums : _counters[entity] = new BucketSums();

    private Dictionary<DateTimeOffset, DomainClasses> DomainsOf(ReputationEntity entity) =>
        _domains.TryGetValue(entity, out var hours) ? hours : _domains[entity] = [];

    private List<Outcome> EventsOf(ReputationEntity entity) => _events.TryGetValue(entity, out var list) ? list : _events[entity] = [];
}
