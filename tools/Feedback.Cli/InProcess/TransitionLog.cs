using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Cli.InProcess;

/// <summary>A state store that remembers what was decided, in order.</summary>
internal sealed class TransitionLog(IStateStore states) : IStateStore
{
    private readonly HashSet<Subject> _unfinished = [];
    private readonly List<Transition> _transitions = [];

    public IReadOnlyList<Transition> Transitions => _transitions;

    /// <summary>Whether a sweep has something to finish, or to look at again.</summary>
    public bool AnyUnfinished => _unfinished.Count > 0;

    public Task<SubjectState> GetAsync(Subject subject, CancellationToken cancellation) => states.GetAsync(subject, cancellation);

    public Task<IReadOnlyList<SubjectState>> AllAsync(CancellationToken cancellation) => states.AllAsync(cancellation);

    public async Task<bool> TryMoveAsync(SubjectState next, HistoryEntry? history, CancellationToken cancellation)
    {
        if (!await states.TryMoveAsync(next, history, cancellation))
            return false;
        if (history is not null && next.Alert is { } alert)
            _transitions.Add(new Transition(next.ChangedAt ?? default, next.Subject, alert.Kind, next.Worst));
        if (next.IsUnfinished || next.Held)
            _unfinished.Add(next.Subject);
        else
            _unfinished.Remove(next.Subject);
        return true;
    }

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Subject subject, int limit, CancellationToken cancellation) =>
        states.HistoryAsync(subject, limit, cancellation);
}
