using Feedback.Deciding.Lag;

namespace Feedback.Alerts;

/// <summary>Why a pause is held, and the figures behind that. Those that are not known, or have nothing to do with the reason, are null.</summary>
/// <param name="Reason">The reason by name: DeliveriesMissing, DeliveriesNotPublished or FewRecipients.</param>
/// <param name="MissingDeliveries">Deliveries of all sets that are not counted yet.</param>
/// <param name="DeadLetteredDeliveries">How many of them are in the dead-letter queue.</param>
/// <param name="Recipients">The different recipients behind the rate.</param>
/// <param name="RecipientDomains">Their different domains.</param>
/// <param name="NeededRecipients">How many recipients would pause the set.</param>
internal sealed record HoldFacts(
    string Reason,
    long? MissingDeliveries,
    long? DeadLetteredDeliveries,
    long? Recipients,
    int? RecipientDomains,
    long? NeededRecipients)
{
    internal static HoldFacts Of(Hold hold) => new(
        hold.Reason.ToString(),
        hold.Lag.Missing,
        hold.Lag.DeadLettered,
        hold.Spread?.Recipients,
        hold.Spread?.Domains,
        hold.Spread?.Needed);
}
