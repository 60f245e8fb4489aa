using Feedback.Cli.InProcess;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Cli.Simulation.InMemory;

/// <summary>
/// The outcomes, counters and suppression entries without a database, with the conditions of the real transaction: every version is
/// checked before anything is written, and what was not as assumed comes back. For one caller at a time.
/// </summary>
internal sealed class MemoryTables : IOutcomeStore, ICounterStore, ISuppressionStore
{
    private readonly Dictionary<string, Outcome[]> _ledger = [];
    private readonly Dictionary<Subject, BucketSums> _counters = [];
    private readonly Dictionary<EmailAddress, SuppressionEntry> _suppressions = [];
    private readonly Dictionary<Subject, List<Harm>> _harm = [];

    /// <summary>Messages and recipients that something is known of.</summary>
    public int Outcomes { get; private set; }

    public Task<ChunkResult> WriteAsync(Chunk chunk, CancellationToken cancellation)
    {
        var outcomes = chunk.Outcomes.Where(o => o.Version - 1 != (Of(o.Key)?.Version ?? 0)).ToDictionary(o => o.Key, o => Of(o.Key));
        var entries = chunk.Suppressions
            .Where(e => e.Version - 1 != (_suppressions.GetValueOrDefault(e.Address)?.Version ?? 0))
            .ToDictionary(e => e.Address, e => _suppressions.GetValueOrDefault(e.Address));
        if (outcomes.Count + entries.Count > 0)
            return Task.FromResult<ChunkResult>(new ChunkResult.Stale(outcomes, entries));

        foreach (var outcome in chunk.Outcomes)
            Put(outcome);
        foreach (var (subject, bucket, tally) in chunk.Deltas.Select(d => (d.Subject, d.Bucket, d.Tally)))
            Sums(subject).Add(bucket, tally);
        foreach (var entry in chunk.Suppressions)
            _suppressions[entry.Address] = entry;
        return Task.FromResult<ChunkResult>(ChunkResult.Written.Instance);
    }

    public Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Outcome>>(_ledger.GetValueOrDefault(recipientHash) ?? []);

    public Task<IReadOnlyList<Harm>> LatestHarmAsync(Subject subject, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Harm>>([.. (_harm.GetValueOrDefault(subject) ?? []).OrderByDescending(h => h.OccurredAt).Take(limit)]);

    public Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(Subject subject, DateTimeOffset from, CancellationToken cancellation) =>
        Task.FromResult(Sums(subject).From(from));

    public Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SuppressionEntry>>([.. addresses.Distinct().Select(_suppressions.GetValueOrDefault).OfType<SuppressionEntry>()]);

    public Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellation)
    {
        if (entry.Version != (_suppressions.GetValueOrDefault(entry.Address)?.Version ?? 0))
            return Task.FromResult(false);
        if (entry.Reasons.IsEmpty)
            _suppressions.Remove(entry.Address);
        else
            _suppressions[entry.Address] = entry with { Version = entry.Version + 1 };
        return Task.FromResult(true);
    }

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

        if (outcome is { Harm: { } done, Attribution.Counted: true })
            Harms(outcome.Attribution.Subject).Add(done);
    }

    private BucketSums Sums(Subject subject) => _counters.TryGetValue(subject, out var sums) ? sums : _counters[subject] = new BucketSums();

    private List<Harm> Harms(Subject subject) => _harm.TryGetValue(subject, out var list) ? list : _harm[subject] = [];
}
