using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Cli.Simulation.InMemory;

/// <summary>State items without a database: each write is conditional on the version before it.</summary>
internal sealed class MemoryStates : IStateStore
{
    private readonly Dictionary<Subject, SubjectState> _states = [];
    private readonly List<HistoryEntry> _entries = [];

    public Task<SubjectState> GetAsync(Subject subject, CancellationToken cancellation) => Task.FromResult(Of(subject));

    public Task<IReadOnlyList<SubjectState>> AllAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SubjectState>>([.. _states.Values]);

    public Task<bool> TryMoveAsync(SubjectState next, HistoryEntry? history, CancellationToken cancellation)
    {
        if (Of(next.Subject).Version != next.Version - 1)
            return Task.FromResult(false);
        _states[next.Subject] = next;
        if (history is not null)
            _entries.Add(history);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Subject subject, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<HistoryEntry>>([.. _entries.Where(entry => entry.Subject == subject).Reverse().Take(limit)]);

    private SubjectState Of(Subject subject) => _states.GetValueOrDefault(subject) ?? SubjectState.New(subject);
}
