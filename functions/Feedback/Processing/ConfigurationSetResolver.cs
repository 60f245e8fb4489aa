using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Processing;

/// <summary>
/// Finds out for whom an event counts: the set that the event names (tag, else header), else the default set of the identity it was sent
/// from, else nobody in particular. Another account's mail (a delegate sent it from our identity) counts against that account, not ours.
/// </summary>
/// <param name="identities">Asked only where the event itself names no set.</param>
/// <param name="accountId">Twelve digits; empty where it isn't known, and then all mail is ours.</param>
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

    /// <summary><c>arn:aws:ses:REGION:ACCOUNT:identity/NAME</c>; null for an identity that another account lends us, which SES tells us nothing of.</summary>
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
