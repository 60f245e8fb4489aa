using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Work items without a database. One thread runs batches and sweeps in turn, and no process ends in between, so a mark needs no lease.
/// </summary>
internal sealed class MemoryWorkList(TimeProvider time) : IWorkList
{
    private readonly Dictionary<ReputationEntity, (DateTimeOffset DueAt, string Token)> _items = [];
    private int _tokens;

    public Task<IReadOnlyList<WorkItem>> MarkAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var entity in entities)
        {
            _items[entity] = (now, $"{++_tokens}");
        }

        return Task.FromResult<IReadOnlyList<WorkItem>>([.. entities.Select(entity => new WorkItem(entity, now, now, _items[entity].Token))]);
    }

    public Task CompleteAsync(WorkItem item, DateTimeOffset? nextDueAt, CancellationToken cancellationToken)
    {
        if (_items.GetValueOrDefault(item.Entity).Token == item.Token)
        {
            if (nextDueAt is { } next)
            {
                _items[item.Entity] = (next, item.Token);
            }
            else
            {
                _items.Remove(item.Entity);
            }
        }

        return Task.CompletedTask;
    }

    public Task AddMissingAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        foreach (var entity in entities)
        {
            _items.TryAdd(entity, (time.GetUtcNow(), $"{++_tokens}"));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WorkItem>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult<IReadOnlyList<WorkItem>>(
        [
            .. _items.Where(item => item.Value.DueAt <= now)
                .Select(item => new WorkItem(item.Key, item.Value.DueAt, MarkedUntil: null, item.Value.Token))
                .OrderBy(item => item.DueAt)
                .ThenBy(item => item.Entity.Key, StringComparer.Ordinal),
        ]);
    }
}
