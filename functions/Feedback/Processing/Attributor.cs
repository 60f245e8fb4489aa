using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Processing;

/// <summary>
/// Attributes by what the event says: another account's mail (a delegate sent it from our identity) counts against that account, not
/// against ours.
/// </summary>
/// <param name="accountId">Twelve digits; empty where it isn't known, and then all mail is ours.</param>
internal sealed class Attributor(string accountId) : IAttributor
{
    public Task<Attribution> AttributeAsync(FeedbackEvent feedback, CancellationToken cancellation) => Task.FromResult(Of(feedback));

    private Attribution Of(FeedbackEvent feedback)
    {
        if (accountId.Length > 0 && feedback.SendingAccountId is { } sender && sender != accountId)
        {
            return Attribution.NotOurs;
        }

        return feedback.ConfigurationSet is { } set ? Attribution.To(set, feedback.AttributionSource) : Attribution.None;
    }
}
