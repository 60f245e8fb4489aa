using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Recording;

/// <summary>The observations of a batch that were recorded.</summary>
internal sealed class RecordingResult
{
    private readonly HashSet<Observation> _observations = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ReputationEntity> _entities = [];
    private readonly HashSet<ReputationEntity> _raised = [];
    private readonly HashSet<ReputationEntity> _inBothFormats = [];
    private readonly Dictionary<string, long> _newlySuppressed = [];

    internal IReadOnlyCollection<Observation> Observations => _observations;

    /// <summary>The entities whose counters may have changed and need an evaluation.</summary>
    internal IReadOnlyCollection<ReputationEntity> Entities => _entities;

    /// <summary>The entities whose hard bounces or complaints became more.</summary>
    internal IReadOnlyCollection<ReputationEntity> Raised => _raised;

    /// <summary>The entities of mail that SES reports in both formats.</summary>
    internal IReadOnlyCollection<ReputationEntity> InBothFormats => _inBothFormats;

    /// <summary>How many addresses came on the suppression list, by reason.</summary>
    internal IReadOnlyDictionary<string, long> NewlySuppressed => _newlySuppressed;

    internal bool Holds(Observation observation) => _observations.Contains(observation);

    internal void AddWritten(LedgerTransaction written)
    {
        _raised.UnionWith(written.Deltas.Where(delta => delta.Tally is { HardBounces: > 0 } or { Complaints: > 0 }).Select(delta => delta.Entity));
        foreach (var (reason, addresses) in written.NewlySuppressed)
        {
            _newlySuppressed[reason] = _newlySuppressed.GetValueOrDefault(reason) + addresses;
        }
    }

    internal void Add(LedgerTransactionBuilder written)
    {
        _observations.UnionWith(written.Observations);
        _entities.UnionWith(written.Entities);
        _inBothFormats.UnionWith(written.InBothFormats);
    }
}
