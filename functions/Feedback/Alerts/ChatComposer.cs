using System.Globalization;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Composes the chat's form of an alert: shorter than the mail, and in a thread of its entity.</summary>
internal static class ChatComposer
{
    /// <summary>Amazon Q Developer takes no longer description. An operator's reason can have any length.</summary>
    internal const int LongestDescription = 8_000;

    internal static string Compose(EntityState state, AlertContent content, AlertFacts facts, Deployment deployment)
    {
        var thread = $"feedback/{facts.AccountId}/{facts.Region}/{state.Entity.Key}";
        var description = string.Join('\n', Lines(content, facts).Select(Literal));
        var notification = new ChatNotification(
            new ChatNotification.Body(
                content.Subject,
                description.Length <= LongestDescription ? description : description[..LongestDescription],
                [.. content.Steps.Select(Step)],
                [facts.Kind, facts.Entity, facts.Region]),
            new ChatNotification.Facts(thread, content.Subject, facts.Kind, Resources(state.Entity, deployment), Context(facts)))
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{thread}/{facts.Version}"),
        };
        return notification.ToJson();
    }

    private static IEnumerable<string> Lines(AlertContent content, AlertFacts facts) =>
    [
        content.Headline,
        .. content.Notes,
        .. content.Because is { } because ? [because] : Array.Empty<string>(),
        .. Counted("Recipient domains", facts.TopDomains),
        .. Counted("Bounce and complaint types", facts.TopSubtypes),
        facts.Place,
    ];

    private static IEnumerable<string> Counted(string title, IReadOnlyList<AlertFacts.CountedName> names) =>
        names.Count > 0 ? [$"{title}: {string.Join(", ", names)}"] : [];

    private static string Step(AlertStep step) => step switch
    {
        { Copy: null } => Literal(step.Text),
        { IsAddress: true } => $"{Literal(step.Text)} {step.Copy}",
        _ => $"{Literal(step.Text)} `{step.Copy}`",
    };

    /// <summary>In an operator's reason these characters could be read as a mention of the whole channel.</summary>
    private static string Literal(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static IReadOnlyList<string> Resources(ReputationEntity entity, Deployment deployment) => entity.ConfigurationSetName is { } set
        ? [$"arn:{deployment.Partition}:ses:{deployment.Region}:{deployment.AccountId}:configuration-set/{set}"]
        : [];

    private static Dictionary<string, string> Context(AlertFacts facts) => new()
    {
        ["entity"] = facts.Entity,
        ["level"] = facts.Level,
        ["sending"] = facts.Sending,
        ["mode"] = facts.Mode,
        ["accountId"] = facts.AccountId,
        ["region"] = facts.Region,
        ["at"] = facts.At.ToString("O", CultureInfo.InvariantCulture),
    };
}
