using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>Wraps a state store and records every transition, in order.</summary>
internal sealed class TransitionLog(IStateStore states) : IStateStore
{
    private readonly Lock _lock = new();
    private readonly HashSet<ReputationEntity> _unfinished = [];
    private readonly List<Transition> _transitions = [];

    public IReadOnlyList<Transition> Transitions => _transitions;

    /// <summary>Whether a sweep has something to finish or to check again.</summary>
    public bool AnyUnfinished => _unfinished.Count > 0;

    public Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken) => states.GetAsync(entity, cancellationToken);

    public Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken) => states.AllAsync(cancellationToken);

    public Task<IReadOnlyList<EntityState>> FindAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken) =>
        states.FindAsync(entities, cancellationToken);

    public async Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken)
    {
        if (!await states.TryMoveAsync(next, history, cancellationToken))
        {
            return false;
        }

        lock (_lock)
        {
            Record(next, history);
        }

        return true;
    }

    private void Record(EntityState next, HistoryEntry? history)
    {
        if (history is not null && next.Alert is { } alert)
        {
            _transitions.Add(new Transition(next.ChangedAt ?? default, next.Entity, alert.Kind, next.Worst));
        }

        if (next.IsUnfinished || next.Held)
        {
            _unfinished.Add(next.Entity);
        }
        else
        {
            _unfinished.Remove(next.Entity);
        }
    }

    public Task AddHistoryAsync(HistoryEntry entry, CancellationToken cancellationToken) => states.AddHistoryAsync(entry, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken) =>
        states.HistoryAsync(entity, limit, cancellationToken);
}
