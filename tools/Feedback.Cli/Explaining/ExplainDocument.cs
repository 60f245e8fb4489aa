using Feedback.Cli.Status;
using Feedback.Outcomes;

namespace Feedback.Cli.Explaining;

/// <summary>The result of <c>feedback explain</c> as JSON.</summary>
/// <param name="Messages">The mails, the latest first, each for one recipient.</param>
/// <param name="Complete">False for a message id without <c>--scan</c>: only hard bounces and complaints are found by it.</param>
/// <param name="Sets">The sets that they belong to, as <c>feedback status</c> has them.</param>
internal sealed record ExplainDocument(IReadOnlyList<ExplainDocument.Message> Messages, bool Complete, IReadOnlyList<EntityDocument> Sets)
{
    public static ExplainDocument Of(IReadOnlyList<Outcome> outcomes, bool complete, IReadOnlyList<EntityStatus> sets) => new(
        [.. outcomes.Select(outcome => new Message(
            outcome.Key.MessageId,
            outcome.Key.RecipientHash,
            outcome.Attribution.ConfigurationSet,
            outcome.SentAt,
            outcome.ReputationEvent?.Domain,
            outcome.ReputationEvent?.FeedbackId,
            Explanation.Of(outcome)))],
        complete,
        [.. sets.Select(EntityDocument.Of)]);

    /// <param name="MessageId">SES's id of the mail.</param>
    /// <param name="RecipientHash">The hash of the recipient's address, as the functions log it.</param>
    /// <param name="Set">The configuration set; null if no event names one.</param>
    /// <param name="SentAt">When SES accepted the mail. The rates of that time count it.</param>
    /// <param name="Domain">The recipient's domain, of a hard bounce or complaint.</param>
    /// <param name="FeedbackId">SES's id of the hard bounce or complaint.</param>
    /// <param name="Events">The events, the earliest first.</param>
    internal sealed record Message(
        string MessageId, string RecipientHash, string? Set, DateTimeOffset SentAt, string? Domain, string? FeedbackId, IReadOnlyList<ExplainedEvent> Events);
}
