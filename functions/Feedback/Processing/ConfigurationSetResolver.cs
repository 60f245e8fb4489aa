using Feedback.Notifications;
using Feedback.Outcomes;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>
/// Finds the configuration set for which an event counts: the set that the event names (tag, else header), else the default set of the
/// sending identity; otherwise it stays unattributed. Mail that another account sent counts for sets of that account, or nowhere.
/// </summary>
/// <param name="identities">Used only for events that name no set.</param>
/// <param name="time">Limits the time that a batch spends on look-ups.</param>
/// <param name="logger">Told of look-ups that failed.</param>
/// <param name="accounts">Tells whose mail an event is about.</param>
internal sealed class ConfigurationSetResolver(
    IIdentityDirectory identities, TimeProvider time, ILogger<ConfigurationSetResolver> logger, SendingAccounts accounts)
{
    /// <summary>SES allows about one call a second, so a batch asks few questions, about the identities with the most events.</summary>
    internal const int MaximumQuestions = 5;

    /// <summary>
    /// The time that a batch spends on look-ups at most. Recording must not wait for them: an event without a set is recorded as
    /// unattributed, and moves when a notification that names its set arrives.
    /// </summary>
    internal static readonly TimeSpan MaximumTime = TimeSpan.FromSeconds(3);

    /// <returns>One attribution for each event, in the same order.</returns>
    internal async Task<IReadOnlyList<Attribution>> ResolveAsync(IReadOnlyList<FeedbackEvent> events, CancellationToken cancellationToken)
    {
        var wanted = events
            .Select(IdentityToLookUp)
            .OfType<string>()
            .CountBy(identity => identity)
            .OrderByDescending(count => count.Value)
            .Select(count => count.Key)
            .ToList();
        var defaults = new Dictionary<string, string?>();
        if (wanted.Count > 0)
        {
            await LookUpAsync(wanted, defaults, cancellationToken);
        }

        return [.. events.Select(feedback => Attribute(feedback, defaults))];
    }

    private Attribution Attribute(FeedbackEvent feedback, Dictionary<string, string?> defaults)
    {
        var sender = accounts.Of(feedback);
        if (!sender.Counted)
        {
            return sender;
        }

        if (feedback.ConfigurationSet is { } named)
        {
            return Attribution.To(named, feedback.AttributionSource, sender.Member);
        }

        return IdentityToLookUp(feedback) is { } identity && defaults.GetValueOrDefault(identity) is { } set
            ? Attribution.To(set, AttributionSource.IdentityDefault)
            : sender;
    }

    private async Task LookUpAsync(List<string> wanted, Dictionary<string, string?> defaults, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(MaximumTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            foreach (var (identity, set) in await identities.KnownAsync(wanted, either.Token))
            {
                defaults[identity] = set;
            }

            foreach (var identity in wanted.Where(identity => !defaults.ContainsKey(identity)).Take(MaximumQuestions).ToList())
            {
                either.Token.ThrowIfCancellationRequested();
                defaults[identity] = await identities.AskAsync(identity, MaximumTime - time.GetElapsedTime(started), either.Token);
            }
        }
        catch (Exception exception)
        {
            // The boundary of the look-ups: without an answer the events are unattributed, and are recorded all the same.
            Log.IdentitiesNotLookedUp(logger, exception, wanted.Count - defaults.Count);
        }
    }

    /// <summary>Returns the identity to look up for an event that names no set; null if there is none, or if another account owns it.</summary>
    private string? IdentityToLookUp(FeedbackEvent feedback) =>
        feedback.ConfigurationSet is null && accounts.Of(feedback) == Attribution.None ? OwnIdentity(feedback.IdentityArn) : null;

    /// <summary>
    /// Reads NAME from <c>arn:aws:ses:REGION:ACCOUNT:identity/NAME</c>; null for an identity of another account, which this account can't
    /// look up.
    /// </summary>
    private string? OwnIdentity(string? arn)
    {
        const string Resource = "identity/";
        return arn?.Split(':', 6) is [_, _, "ses", _, var owner, var resource]
            && accounts.Owns(owner)
            && resource.StartsWith(Resource, StringComparison.Ordinal)
                ? resource[Resource.Length..]
                : null;
    }
}
