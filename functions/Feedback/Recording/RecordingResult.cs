using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Recording;

/// <summary>The observations of a batch that were recorded.</summary>
internal sealed class RecordingResult
{
    private readonly HashSet<Observation> _observations = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ReputationEntity> _entities = [];

    internal IReadOnlyCollection<Observation> Observations => _observations;

    /// <summary>The entities whose counters may have changed and need an evaluation.</summary>
    internal IReadOnlyCollection<ReputationEntity> Entities => _entities;

    internal bool Holds(Observation observation) => _observations.Contains(observation);

    internal void Add(LedgerTransactionBuilder written)
    {
        _observations.UnionWith(written.Observations);
        _entities.UnionWith(written.Entities);
    }
}
