using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Processing;

/// <summary>
/// Finds the configuration set for which an event counts: the set that the event names (tag, else header), else the default set of the
/// sending identity; otherwise it stays unattributed. Mail that another account sent from our identity counts against that account.
/// </summary>
/// <param name="identities">Used only if the event itself names no set.</param>
/// <param name="accountId">Twelve digits; empty if unknown, and then all mail counts as ours.</param>
internal sealed class ConfigurationSetResolver(IIdentityDirectory identities, string accountId)
{
    internal async Task<Attribution> AttributeAsync(FeedbackEvent feedback, CancellationToken cancellationToken)
    {
        if (accountId.Length > 0 && feedback.SendingAccountId is { } sender && sender != accountId)
        {
            return Attribution.NotOurs;
        }

        if (feedback.ConfigurationSet is { } named)
        {
            return Attribution.To(named, feedback.AttributionSource);
        }

        return OwnIdentity(feedback.IdentityArn) is { } identity
            && await identities.DefaultConfigurationSetAsync(identity, cancellationToken) is { } set
                ? Attribution.To(set, AttributionSource.IdentityDefault)
                : Attribution.None;
    }

    /// <summary>
    /// Reads NAME from <c>arn:aws:ses:REGION:ACCOUNT:identity/NAME</c>; null for an identity of another account, which this account can't
    /// look up.
    /// </summary>
    private string? OwnIdentity(string? arn)
    {
        const string Resource = "identity/";
        return arn?.Split(':', 6) is [_, _, "ses", _, var owner, var resource]
            && (accountId.Length == 0 || owner == accountId)
            && resource.StartsWith(Resource, StringComparison.Ordinal)
                ? resource[Resource.Length..]
                : null;
    }
}
