using System.Globalization;
using System.Text;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>
/// The mail's text: what happened, why, what to type. Short lines, since it is read on a phone; ASCII, since SNS mail is.
/// </summary>
internal static class AlertText
{
    internal static string Of(EntityState state, Policy policy, AlertFacts facts)
    {
        var text = new StringBuilder();
        text.Append(Happened(state, facts)).Append('\n');
        Line(text, $"{facts.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, account {facts.AccountId}, {facts.Region}");
        foreach (var line in new[] { facts.Note, facts.Finding }.OfType<string>().Distinct())
        {
            text.Append(line).Append('\n');
        }

        if (facts.Windows.Count > 0)
        {
            Evidence(text, state, policy, facts);
        }

        Sets(text, facts);
        Sample(text, facts);
        text.Append("\nWhat to do\n").Append(ToDo(state)).Append('\n');
        return text.ToString();
    }

    private static string Happened(EntityState state, AlertFacts facts) => (state.Alert!.Kind, Who(state)) switch
    {
        (AlertKind.Warning, var who) => $"{who} is at WARNING. Nothing is paused.",
        (AlertKind.Critical, var who) => $"{who} is CRITICAL. {NotPaused(state, facts)}",
        (AlertKind.Paused, var who) => $"{who} is CRITICAL and was PAUSED: SES refuses its mail until it is resumed.",
        (AlertKind.AlreadyPaused, var who) => $"{who} is CRITICAL and sends nothing already; Feedback changed nothing.",
        (AlertKind.Held, var who) => $"{who} looks CRITICAL, but may be healthy: {Uncounted(state)}.\nNothing is done yet; looked at again every minute.",
        (AlertKind.Recovered, var who) => $"{who} has recovered: every rate is clear of its threshold.",
        (AlertKind.Resumed, var who) => $"{who} sends again. Mail sent before the resume no longer counts.",
        (AlertKind.PausedByOperator, var who) => $"{who} was paused by a person, not by Feedback.",
        (AlertKind.PauseFailing, var who) => $"{who} is CRITICAL and STILL SENDS: SES does not confirm the pause. Feedback goes on trying every minute.",
        (_, var who) => $"{who} is still paused, since {state.PausedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.",
    };

    private static string NotPaused(EntityState state, AlertFacts facts) => state.Entity switch
    {
        { ConfigurationSetName: not null } => $"Nothing is paused (mode {facts.Mode}).",
        { } entity when entity == ReputationEntity.Account => "The account itself is not paused.",
        _ => "There is no set to pause.",
    };

    private static string Uncounted(EntityState state) => state.Hold is { IsKnown: true, Waiting: var waiting }
        ? string.Create(CultureInfo.InvariantCulture, $"{waiting} deliveries of all sets wait to be counted")
        : "the delivery queue could not be asked how many deliveries wait";

    private static string Who(EntityState state) => state.Entity switch
    {
        { ConfigurationSetName: { } name } => $"Configuration set {name}",
        { } entity when entity == ReputationEntity.Account => "The whole account",
        _ => "Mail without a configuration set",
    };

    private static void Evidence(StringBuilder text, EntityState state, Policy policy, AlertFacts facts)
    {
        text.Append("\nWhy\n");
        if (state.Worst is { Trials: > 0 } worst)
        {
            var thresholds = policy.Of(worst.Signal);
            Line(text, $"{worst}; warning {Percent.Of(thresholds.Warning)}, critical {Percent.Of(thresholds.Critical)}.");
        }

        foreach (var window in facts.Windows)
        {
            Line(text, $"{window.Window,4}: bounces {window.HardBounces} of {window.Attempts} = {Percent.Of(window.BounceRate)}");
            Line(text, $"      complaints {window.Complaints} of {window.Deliveries} = {Percent.Of(window.ComplaintRate)}");
        }

        if (facts.Windows.All(window => window.Deliveries == 0))
        {
            text.Append("No delivery was counted: are delivery events published?\n");
        }
    }

    private static void Sets(StringBuilder text, AlertFacts facts)
    {
        if (facts.Sets is not { } sets)
        {
            return;
        }

        text.Append(sets.Count == 0 ? "No set alone is at warning.\n" : "Sets at warning or worse, or paused:\n");
        foreach (var set in sets)
        {
            var sending = set.Sending == nameof(SendingStatus.Enabled) ? "sends" : set.Sending.ToLowerInvariant();
            Line(text, $"  {set.Set} ({set.Level.ToLowerInvariant()}, {sending}): {set.Because ?? "by a person"}");
        }
    }

    private static void Sample(StringBuilder text, AlertFacts facts)
    {
        Names(text, "Domains", facts.TopDomains);
        Names(text, "Subtypes", facts.TopSubtypes);
        if (facts.FeedbackIds.Count > 0)
        {
            Line(text, $"Feedback ids:\n  {string.Join("\n  ", facts.FeedbackIds)}");
        }
    }

    private static void Names(StringBuilder text, string title, IReadOnlyList<CountedName> names)
    {
        if (names.Count > 0)
        {
            Line(text, $"{title}: {string.Join(", ", names.Select(n => $"{n.Name} ({n.Count})"))}");
        }
    }

    private static string ToDo(EntityState state) => state.Alert!.Kind switch
    {
        AlertKind.Paused or AlertKind.StillPaused or AlertKind.AlreadyPaused or AlertKind.PausedByOperator =>
            $"Stop the mailing that causes it and clean its list. Then:\n  {AlertFacts.ResumeCommandFor(state.Entity)}\nMore: feedback status",
        AlertKind.PauseFailing => $"Pause it by hand if SES lets you:\n  {PauseByHand(state.Entity)}",
        AlertKind.Held => "See why deliveries lag: the delivery queue's age and the DeliveryFunction's errors.\nMore: feedback status",
        AlertKind.Recovered or AlertKind.Resumed => "Nothing. More: feedback status",
        _ => "Find the mailing behind it before it gets worse.\nMore: feedback status",
    };

    private static string PauseByHand(ReputationEntity entity) => entity.ConfigurationSetName is { } set
        ? $"aws sesv2 put-configuration-set-sending-options --configuration-set-name {set} --no-sending-enabled"
        : "aws sesv2 put-account-sending-attributes --no-sending-enabled";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
