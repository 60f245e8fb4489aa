using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

/// <summary>The work items, with the same conditions as the table's.</summary>
internal sealed class FakeWorkList(Faults faults, TimeProvider time) : IWorkList
{
    private readonly Dictionary<ReputationEntity, Stored> _items = [];
    private int _tokens;

    /// <summary>The entities on the list, each with the time at which it is due.</summary>
    internal IReadOnlyDictionary<ReputationEntity, DateTimeOffset> All => _items.ToDictionary(item => item.Key, item => item.Value.DueBy);

    /// <summary>As if it had been listed before.</summary>
    internal void Put(ReputationEntity entity, DateTimeOffset dueAt) =>
        _items[entity] = new Stored($"{++_tokens}", dueAt, MarkedUntil: null, AbandonedAt: null);

    public Task<IReadOnlyList<WorkItem>> MarkAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken) =>
        faults.CallAsync("work.Mark", () =>
        {
            var until = time.GetUtcNow() + EntityState.Lease;
            var marked = new List<WorkItem>();
            foreach (var entity in entities)
            {
                var before = _items.GetValueOrDefault(entity);
                var stored = new Stored($"{++_tokens}", before?.DueAt, until, before?.AbandonedAt ?? until);
                _items[entity] = stored;
                marked.Add(new WorkItem(entity, until, until, stored.Token));
            }

            return (IReadOnlyList<WorkItem>)marked;
        }, cancellationToken);

    public Task CompleteAsync(WorkItem item, DateTimeOffset? nextDueAt, CancellationToken cancellationToken) =>
        faults.CallAsync("work.Complete", () =>
        {
            if (_items.GetValueOrDefault(item.Entity)?.Token != item.Token)
            {
                return false;
            }

            if (nextDueAt is { } next)
            {
                _items[item.Entity] = new Stored(item.Token, next, MarkedUntil: null, AbandonedAt: null);
            }
            else
            {
                _items.Remove(item.Entity);
            }

            return true;
        }, cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken) =>
        faults.CallAsync("work.AddMissing", () =>
        {
            foreach (var entity in entities.Where(entity => !_items.ContainsKey(entity)))
            {
                Put(entity, time.GetUtcNow());
            }

            return true;
        }, cancellationToken);

    public Task<IReadOnlyList<WorkItem>> DueAsync(CancellationToken cancellationToken) =>
        faults.CallAsync("work.Due", () => (IReadOnlyList<WorkItem>)_items
            .Select(item => new WorkItem(item.Key, item.Value.DueBy, item.Value.MarkedUntil, item.Value.Token))
            .Where(item => item.IsDue(time.GetUtcNow()))
            .OrderBy(item => item.DueAt)
            .ToList(), cancellationToken);

    private sealed record Stored(string Token, DateTimeOffset? DueAt, DateTimeOffset? MarkedUntil, DateTimeOffset? AbandonedAt)
    {
        internal DateTimeOffset DueBy => DueAt < AbandonedAt ? DueAt.Value : AbandonedAt ?? DueAt!.Value;
    }
}
