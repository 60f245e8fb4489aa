using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Work items without a database. Batches and sweeps take turns, and no process ends in between, so a mark needs no lease.
/// </summary>
internal sealed class MemoryWorkList(TimeProvider time) : IWorkList
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ReputationEntity, (DateTimeOffset DueAt, string Token)> _items = [];
    private int _tokens;

    public Task<IReadOnlyList<WorkItem>> MarkAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<WorkItem>>([.. entities.Select(Put)]);
        }
    }

    public Task CompleteAsync(WorkItem item, DateTimeOffset? nextDueAt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_items.GetValueOrDefault(item.Entity).Token == item.Token)
            {
                _items.Remove(item.Entity);
                if (nextDueAt is { } next)
                {
                    _items[item.Entity] = (next, item.Token);
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task AddMissingAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var entity in entities.Where(entity => !_items.ContainsKey(entity)))
            {
                Put(entity);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WorkItem>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<WorkItem>>(
            [
                .. _items.Where(item => item.Value.DueAt <= now)
                    .Select(item => new WorkItem(item.Key, item.Value.DueAt, MarkedUntil: null, item.Value.Token))
                    .OrderBy(item => item.DueAt)
                    .ThenBy(item => item.Entity.Key, StringComparer.Ordinal),
            ]);
        }
    }

    private WorkItem Put(ReputationEntity entity)
    {
        var (now, token) = (time.GetUtcNow(), $"{++_tokens}");
        _items[entity] = (now, token);
        return new WorkItem(entity, now, MarkedUntil: null, token);
    }
}
