using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakeStateStore(Faults faults) : IStateStore
{
    private readonly Dictionary<ReputationEntity, EntityState> _states = [];

    internal List<HistoryEntry> History { get; } = [];

    internal EntityState Of(ReputationEntity entity) => _states.GetValueOrDefault(entity) ?? EntityState.New(entity);

    /// <summary>As if it had been there before.</summary>
    internal EntityState Put(EntityState state) => _states[state.Entity] = state;

    public Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        faults.CallAsync("states.Get", () => Of(entity), cancellationToken);

    internal IReadOnlyList<EntityState> All => [.. _states.Values];

    public Task<IReadOnlyList<EntityState>> FindAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken) =>
        faults.CallAsync("states.Find", () => (IReadOnlyList<EntityState>)_states.Values
            .Where(state => entities.Contains(state.Entity))
            .ToList(), cancellationToken);

    public Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken) =>
        faults.CallAsync("states.All", () => (IReadOnlyList<EntityState>)_states.Values.ToList(), cancellationToken);

    public Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken) =>
        faults.CallAsync("states.Move", () =>
        {
            if (Of(next.Entity).Version != next.Version - 1)
            {
                return false;
            }

            _states[next.Entity] = next;
            if (history is not null)
            {
                History.Add(history);
            }

            return true;
        }, cancellationToken);

    public Task AddHistoryAsync(HistoryEntry entry, CancellationToken cancellationToken) =>
        faults.CallAsync("states.AddHistory", () =>
        {
            History.Add(entry);
            return true;
        }, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken) =>
        faults.CallAsync("states.History", () => (IReadOnlyList<HistoryEntry>)History
            .Where(h => h.Entity == entity)
            .Reverse()
            .Take(limit)
            .ToList(), cancellationToken);
}
