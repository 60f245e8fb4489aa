using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>Finds where the complaints of a batch suppress, by the policies of their configuration sets.</summary>
internal sealed class ComplaintScopes(IPolicyStore policies, ILogger<ComplaintScopes> logger)
{
    /// <summary>Returns one scope for each event, in the same order. Only complaints need a policy, and each set's is read once.</summary>
    internal async Task<IReadOnlyList<ComplaintScope>> OfAsync(
        IReadOnlyList<(FeedbackEvent Feedback, Attribution Attribution)> events, CancellationToken cancellationToken)
    {
        var known = new Dictionary<ReputationEntity, ComplaintScope>();
        var scopes = new ComplaintScope[events.Count];
        for (var i = 0; i < scopes.Length; i++)
        {
            if (events[i].Feedback.Kind != FeedbackKind.Complaint || events[i].Attribution.ConfigurationSet is null)
            {
                continue;
            }

            var entity = events[i].Attribution.Entity;
            if (!known.TryGetValue(entity, out var scope))
            {
                known[entity] = scope = await OfAsync(entity, cancellationToken);
            }

            scopes[i] = scope;
        }

        return scopes;
    }

    private async Task<ComplaintScope> OfAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            return (await policies.GetAsync(entity, cancellationToken)).ComplaintScope;
        }
        catch (Exception exception)
        {
            // The boundary of one policy: its complaints are recorded, and suppress everywhere rather than too little.
            Log.ComplaintScopeUnknown(logger, exception, entity.Key);
            return ComplaintScope.Everywhere;
        }
    }
}
