namespace Feedback.Outcomes;

/// <summary>What of a batch is recorded.</summary>
internal sealed class Recording
{
    private readonly HashSet<Observation> _observations = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Subject> _subjects = [];

    internal IReadOnlyCollection<Observation> Observations => _observations;

    /// <summary>Whose counters may have changed: those that want to be judged.</summary>
    internal IReadOnlyCollection<Subject> Subjects => _subjects;

    internal bool Holds(Observation observation) => _observations.Contains(observation);

    internal void Add(ChunkDraft written)
    {
        _observations.UnionWith(written.Observations);
        _subjects.UnionWith(written.Subjects);
    }
}
