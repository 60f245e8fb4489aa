using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.Status;

/// <summary>Reads the status of entities, from the same sums that the functions decide on.</summary>
internal sealed class StatusReader(IStateStore states, IPolicyStore policies, Evaluator evaluator)
{
    /// <summary>Returns all known entities, or those of them in <paramref name="wanted"/>, the worst first.</summary>
    public async Task<IReadOnlyList<EntityStatus>> ReadAsync(IReadOnlyCollection<ReputationEntity> wanted, CancellationToken cancellationToken)
    {
        var known = await states.AllAsync(cancellationToken);
        var read = new List<EntityStatus>();
        foreach (var state in known.Where(state => wanted.Count == 0 || wanted.Contains(state.Entity)))
        {
            var policy = await policies.GetAsync(state.Entity, cancellationToken);
            read.Add(new EntityStatus(state, policy, await evaluator.AssessAsync(state, policy, cancellationToken)));
        }

        return [.. read.OrderByDescending(status => status.Severity).ThenBy(status => status.State.Entity.Key, StringComparer.Ordinal)];
    }
}
