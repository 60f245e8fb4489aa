using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Tests.Fakes;

internal sealed class FakeStateStore(Faults faults) : IStateStore
{
    private readonly Dictionary<Subject, SubjectState> _states = [];

    internal List<HistoryEntry> History { get; } = [];

    internal SubjectState Of(Subject subject) => _states.GetValueOrDefault(subject) ?? SubjectState.New(subject);

    /// <summary>As if it had been there before.</summary>
    internal SubjectState Put(SubjectState state) => _states[state.Subject] = state;

    public Task<SubjectState> GetAsync(Subject subject, CancellationToken cancellation) =>
        faults.CallAsync("states.Get", () => Of(subject), cancellation);

    public Task<IReadOnlyList<SubjectState>> AllAsync(CancellationToken cancellation) =>
        faults.CallAsync("states.All", () => (IReadOnlyList<SubjectState>)_states.Values.ToList(), cancellation);

    public Task<bool> TryMoveAsync(SubjectState next, HistoryEntry? history, CancellationToken cancellation) =>
        faults.CallAsync("states.Move", () =>
        {
            if (Of(next.Subject).Version != next.Version - 1)
            {
                return false;
            }

            _states[next.Subject] = next;
            if (history is not null)
            {
                History.Add(history);
            }

            return true;
        }, cancellation);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Subject subject, int limit, CancellationToken cancellation) =>
        faults.CallAsync("states.History", () => (IReadOnlyList<HistoryEntry>)History
            .Where(h => h.Subject == subject)
            .Reverse()
            .Take(limit)
            .ToList(), cancellation);
}
