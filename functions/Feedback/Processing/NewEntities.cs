using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>
/// Puts entities that have no state yet on the work list, so that the sweep gets to know sets that only have deliveries. The stack's own
/// account and its unattributed mail are always swept. Looks an entity up once in the life of a process.
/// </summary>
internal sealed class NewEntities(IStateStore states, IWorkList work, ILogger<NewEntities> logger)
{
    /// <summary>About ten megabytes of names. Beyond that the memory starts afresh, at the price of looking sets up again.</summary>
    internal const int Remembered = 100_000;

    private readonly HashSet<ReputationEntity> _known = [];

    internal async Task AddAsync(IEnumerable<ReputationEntity> recorded, CancellationToken cancellationToken)
    {
        var unknown = recorded.SelectMany(WithAccount).Distinct().Where(entity => !_known.Contains(entity)).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        try
        {
            var existing = (await states.FindAsync(unknown, cancellationToken)).Select(state => state.Entity);
            await work.AddMissingAsync([.. unknown.Except(existing)], cancellationToken);
            if (_known.Count + unknown.Count > Remembered)
            {
                _known.Clear();
            }

            _known.UnionWith(unknown);
        }
        catch (Exception exception)
        {
            // Nothing depends on it: the next batch looks them up again, and a bounce makes a set known by itself.
            Log.WorkNotMarked(logger, exception, unknown.Count);
        }
    }

    private static IEnumerable<ReputationEntity> WithAccount(ReputationEntity entity) => entity.Member is { } member
        ? [entity, ReputationEntity.AccountOf(member)]
        : entity.ConfigurationSetName is null ? [] : [entity];
}
