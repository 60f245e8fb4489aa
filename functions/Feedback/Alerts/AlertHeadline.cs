using System.Globalization;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>The first sentences of an alert: what happened.</summary>
internal static class AlertHeadline
{
    internal static string Of(EntityState state, Mode mode)
    {
        var kind = state.Alert!.Kind;
        var entity = Name(state.Entity);
        return kind switch
        {
            AlertKind.Warning => $"{entity} has reached WARNING. Nothing was paused.",
            AlertKind.Critical => $"{entity} is CRITICAL. {NotPaused(state.Entity, mode)}",
            AlertKind.Paused => $"{entity} is CRITICAL and was PAUSED. SES refuses its mail until it is resumed.",
            AlertKind.AlreadyPaused => $"{entity} is CRITICAL, but there is nothing left to pause. Feedback changed nothing.",
            AlertKind.Held => $"{entity} looks critical, but {Doubt(state)}.\nNothing is paused yet. Feedback looks again every {Recheck(state)}.",
            AlertKind.Recovered => $"{entity} has recovered: all its rates are clear of their thresholds.",
            AlertKind.Resumed => $"{entity} sends again. Mail sent before the resume no longer counts.",
            AlertKind.PausedByOperator => $"{entity} was paused by an operator, not by Feedback.",
            AlertKind.PauseFailing => $"{entity} is CRITICAL and STILL SENDS: SES has not confirmed the pause. Feedback tries again every minute.",
            AlertKind.StillPaused => $"{entity} is still paused, since {Time(state.PausedAt)}.",
            _ => throw new ArgumentOutOfRangeException(nameof(state), kind, message: null),
        };
    }

    internal static string Time(DateTimeOffset? at) => $"{at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";

    private static string Name(ReputationEntity entity) => entity switch
    {
        { ConfigurationSetName: { } name, Member: { } member } => $"Configuration set {name} of account {member.AccountId} in {member.Region}",
        { ConfigurationSetName: { } name } => $"Configuration set {name}",
        { IsAccount: true, Member: { } member } => $"Account {member.AccountId} in {member.Region}",
        { IsAccount: true } => "The whole account",
        { Member: { } member } => $"Mail of account {member.AccountId} in {member.Region} without a configuration set",
        _ => "Mail without a configuration set",
    };

    private static string NotPaused(ReputationEntity entity, Mode mode) => entity switch
    {
        { ConfigurationSetName: not null } => $"Nothing was paused, because its mode is {mode}.",
        { IsAccount: true } => "The account itself was not paused.",
        _ => "There is no set to pause.",
    };

    private static string Recheck(EntityState state) => state.Hold?.Reason == HoldReason.DeliveriesNotPublished ? "quarter of an hour" : "minute";

    private static string Doubt(EntityState state) => state.Hold switch
    {
        { Reason: HoldReason.DeliveriesNotPublished } => "SES publishes no delivery events of it, so Feedback has no rates for it",
        { Reason: HoldReason.FewRecipients, Spread: { } spread } => Few(spread),
        { Reason: HoldReason.FewRecipients } =>
            "its volume is small, and the events come from too few recipients or from a single recipient domain",
        _ => Missing(state),
    };

    private static string Few(RecipientSpread spread)
    {
        var events = string.Create(CultureInfo.InvariantCulture, $"its volume is small, and the {spread.Rate.Events:N0} {spread.Rate.Signal.Noun}");
        return spread.Recipients >= spread.Needed
            ? $"{events} in {spread.Rate.Window} are all at one recipient domain of several"
            : $"{events} in {spread.Rate.Window} come from {Number(spread.Recipients, "recipient")} at {Number(spread.Domains, "domain")}.\n"
                + $"A pause needs {Number(spread.Needed, "recipient")}";
    }

    private static string Number(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Missing(EntityState state) => state.Hold?.Lag switch
    {
        { DeadLettered: > 0 and var count } => string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} delivery events are in the delivery dead-letter queue and missing from the rate"),
        { Missing: > 0 and var count } => string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} delivery events (all sets) are still queued and could bring the rate down"),
        { DeadLettered: null } => "the delivery queue could not be read, so deliveries may be missing from the rate",
        _ => "its latest deliveries are not counted yet and could bring the rate down",
    };
}
