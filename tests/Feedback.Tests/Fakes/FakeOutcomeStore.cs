using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

/// <summary>The transaction as DynamoDB does it: every condition is checked before anything is written, and what failed comes back.</summary>
internal sealed class FakeOutcomeStore(FakeCounterStore counters, FakeSuppressionStore suppressions, Faults faults) : IOutcomeStore
{
    private readonly Dictionary<OutcomeKey, Outcome> _ledger = [];

    /// <summary>Chunks that were written.</summary>
    internal List<Chunk> Written { get; } = [];

    internal int Tries { get; private set; }

    /// <summary>Says of each try whether a conflicting transaction gets in its way.</summary>
    internal Func<bool> IsBusy { get; set; } = () => false;

    /// <summary>A chunk that this holds for fails for good.</summary>
    internal Func<Chunk, bool> Refuses { get; set; } = _ => false;

    internal Outcome? Of(OutcomeKey key) => _ledger.GetValueOrDefault(key);

    internal IReadOnlyList<Outcome> All => _ledger.Values
        .OrderBy(o => o.Key.RecipientHash, StringComparer.Ordinal)
        .ThenBy(o => o.Key.MessageId, StringComparer.Ordinal)
        .ToList();

    public Task<ChunkResult> WriteAsync(Chunk chunk, CancellationToken cancellation) =>
        faults.CallAsync("outcomes.Write", () => Write(chunk), cancellation);

    public Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellation) =>
        faults.CallAsync("outcomes.OfRecipient", () => (IReadOnlyList<Outcome>)All.Where(o => o.Key.RecipientHash == recipientHash).ToList(), cancellation);

    public Task<IReadOnlyList<Harm>> LatestHarmAsync(Subject subject, int limit, CancellationToken cancellation) =>
        faults.CallAsync("outcomes.LatestHarm", () => (IReadOnlyList<Harm>)All
            .Where(o => o.Attribution.Counted && o.Attribution.Subject == subject)
            .Select(o => o.Harm)
            .OfType<Harm>()
            .OrderByDescending(h => h.OccurredAt)
            .Take(limit)
            .ToList(), cancellation);

    private ChunkResult Write(Chunk chunk)
    {
        Tries++;
        RefuseWhatDynamoDbRefuses(chunk);
        if (Refuses(chunk))
        {
            throw new IOException("The table refuses the chunk.");
        }

        if (IsBusy())
        {
            return ChunkResult.Busy.Instance;
        }

        var staleOutcomes = chunk.Outcomes.Where(o => o.Version - 1 != (Of(o.Key)?.Version ?? 0)).ToDictionary(o => o.Key, o => Of(o.Key));
        var staleEntries = chunk.Suppressions
            .Where(e => e.Version - 1 != (suppressions.Of(e.Address)?.Version ?? 0))
            .ToDictionary(e => e.Address, e => suppressions.Of(e.Address));
        if (staleOutcomes.Count + staleEntries.Count > 0)
        {
            return new ChunkResult.Stale(staleOutcomes, staleEntries);
        }

        Apply(chunk);
        return ChunkResult.Written.Instance;
    }

    private static void RefuseWhatDynamoDbRefuses(Chunk chunk)
    {
        chunk.Actions.ShouldBeInRange(1, Chunk.MaximumActions);
        chunk.Outcomes.Select(o => o.Key).ShouldBeUnique();
        chunk.Deltas.Select(d => (d.Subject, d.Bucket)).ShouldBeUnique();
        chunk.Suppressions.Select(s => s.Address).ShouldBeUnique();
        chunk.Suppressions.ShouldAllBe(s => !s.Reasons.IsEmpty);
    }

    private void Apply(Chunk chunk)
    {
        foreach (var outcome in chunk.Outcomes)
        {
            _ledger[outcome.Key] = outcome;
        }

        foreach (var delta in chunk.Deltas)
        {
            counters.Add(delta.Subject, delta.Bucket.Start, delta.Tally);
        }

        foreach (var entry in chunk.Suppressions)
        {
            suppressions.Put(entry);
        }

        Written.Add(chunk);
    }
}
