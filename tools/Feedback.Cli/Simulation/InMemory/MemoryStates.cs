using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.Simulation.InMemory;

/// <summary>State items in memory. Each write is conditional on the previous version.</summary>
internal sealed class MemoryStates : IStateStore
{
    private readonly Dictionary<ReputationEntity, EntityState> _states = [];
    private readonly List<HistoryEntry> _entries = [];

    public Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken) => Task.FromResult(Of(entity));

    public Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EntityState>>([.. _states.Values]);

    public Task<IReadOnlyList<EntityState>> FindAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EntityState>>([.. entities.Distinct().Where(_states.ContainsKey).Select(Of)]);

    public Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken)
    {
        if (Of(next.Entity).Version != next.Version - 1)
        {
            return Task.FromResult(false);
        }

        _states[next.Entity] = next;
        if (history is not null)
        {
            _entries.Add(history);
        }

        return Task.FromResult(true);
    }

    public Task AddHistoryAsync(HistoryEntry entry, CancellationToken cancellationToken)
    {
        _entries.Add(entry);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HistoryEntry>>([.. _entries.Where(entry => entry.Entity == entity).Reverse().Take(limit)]);

    private EntityState Of(ReputationEntity entity) => _states.GetValueOrDefault(entity) ?? EntityState.New(entity);
}
