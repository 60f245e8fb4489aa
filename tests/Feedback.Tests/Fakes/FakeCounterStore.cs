using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakeCounterStore(Faults faults) : ICounterStore
{
    private readonly Dictionary<(Subject Subject, DateTimeOffset Bucket), Tally> _counters = [];

    internal Tally Sum(Subject subject) =>
        _counters.Where(c => c.Key.Subject == subject).Aggregate(Tally.Zero, (sum, counter) => sum + counter.Value);

    /// <summary>What is not zero, in an order that comparisons can rely on.</summary>
    internal IReadOnlyList<(string Subject, DateTimeOffset Bucket, Tally Tally)> All => _counters
        .Where(c => c.Value != Tally.Zero)
        .Select(c => (c.Key.Subject.Key, c.Key.Bucket, c.Value))
        .OrderBy(c => c.Key, StringComparer.Ordinal)
        .ThenBy(c => c.Bucket)
        .ToList();

    internal void Add(Subject subject, DateTimeOffset sentAt, Tally tally)
    {
        var key = (subject, Bucket.Of(sentAt).Start);
        _counters[key] = _counters.GetValueOrDefault(key) + tally;
    }

    public Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(Subject subject, DateTimeOffset from, CancellationToken cancellation) =>
        faults.CallAsync("counters.Read", () => (IReadOnlyList<(Bucket, Tally)>)_counters
            .Where(c => c.Key.Subject == subject && c.Key.Bucket >= from)
            .Select(c => (Bucket.Of(c.Key.Bucket), c.Value))
            .ToList(), cancellation);
}
