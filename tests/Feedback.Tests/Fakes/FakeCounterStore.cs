using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakeCounterStore(Faults faults) : ICounterStore
{
    private readonly Dictionary<(ReputationEntity Entity, DateTimeOffset Bucket), Tally> _counters = [];
    private readonly Dictionary<ReputationEntity, DomainClasses> _domains = [];

    internal Tally Sum(ReputationEntity entity) =>
        _counters.Where(c => c.Key.Entity == entity).Aggregate(Tally.Zero, (sum, counter) => sum + counter.Value);

    /// <summary>What is not zero, in an order that comparisons can rely on.</summary>
    internal IReadOnlyList<(string Entity, DateTimeOffset Bucket, Tally Tally)> All => _counters
        .Where(c => c.Value != Tally.Zero)
        .Select(c => (c.Key.Entity.Key, c.Key.Bucket, c.Value))
        .OrderBy(c => c.Key, StringComparer.Ordinal)
        .ThenBy(c => c.Bucket)
        .ToList();

    internal void Add(ReputationEntity entity, DateTimeOffset sentAt, Tally tally, DomainClasses domains = default)
    {
        _domains[entity] = _domains.GetValueOrDefault(entity) | domains;
        var key = (entity, Bucket.Of(sentAt).Start);
        _counters[key] = _counters.GetValueOrDefault(key) + tally;
    }

    public Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken) =>
        faults.CallAsync("counters.Read", () => (IReadOnlyList<(Bucket, Tally)>)_counters
            .Where(c => c.Key.Entity == entity && c.Key.Bucket >= from)
            .Select(c => (Bucket.Of(c.Key.Bucket), c.Value))
            .ToList(), cancellationToken);

    public Task<bool> MailsSeveralDomainsAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken) =>
        faults.CallAsync("counters.MailsSeveralDomains", () => _domains.GetValueOrDefault(entity).AreSeveral, cancellationToken);
}
