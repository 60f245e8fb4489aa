using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>The subject line: what happened, to which entity, why, and in which Region and account.</summary>
internal static class AlertSubject
{
    /// <summary>SNS accepts fewer than 100 characters.</summary>
    private const int Longest = 99;

    /// <summary>
    /// The kind and the entity always fit, since a set's name has at most 64 characters. The other parts follow while they fit. The account
    /// and Region come first where they are not the stack's own, because sets of several accounts may have the same name.
    /// </summary>
    internal static string Of(EntityState state, Policy policy, Deployment deployment)
    {
        var kind = state.Alert!.Kind;
        var line = $"{Title(kind, policy.Pauses(state.Entity))}: {state.Entity.ShortName}";
        var place = Place(deployment);
        if (state.Entity.Member is not null)
        {
            return Append(line, Reason(kind, state), Longest - place.Length) + place;
        }

        return Append(Append(line, Reason(kind, state), Longest), place, Longest);
    }

    private static string Append(string line, string part, int longest) =>
        line.Length + part.Length <= longest ? line + part : line.Length <= longest ? line : line[..longest];

    private static string Title(AlertKind kind, bool pauses) => kind switch
    {
        AlertKind.Warning => "WARNING",
        AlertKind.Critical => "CRITICAL",
        AlertKind.Paused => "PAUSED",
        AlertKind.AlreadyPaused => "CRITICAL, but deleted",
        AlertKind.Held => pauses ? "Possibly CRITICAL, pause on hold" : "Possibly CRITICAL",
        AlertKind.Recovered => "Recovered",
        AlertKind.Resumed => "Resumed",
        AlertKind.PausedByOperator => "Paused by an operator",
        AlertKind.PauseFailing => "PAUSE FAILING",
        AlertKind.StillPaused => "Still paused",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    private static string Reason(AlertKind kind, EntityState state) => (kind, state) switch
    {
        (AlertKind.Resumed or AlertKind.PausedByOperator or AlertKind.Recovered, _) => string.Empty,
        (AlertKind.Held, { Hold.Reason: HoldReason.DeliveriesNotPublished }) => ", deliveries not published",
        (AlertKind.Held, { Hold.Reason: HoldReason.FewRecipients }) => ", few recipients",
        (AlertKind.Held, { Hold.Lag.DeadLettered: > 0 }) => ", deliveries dead-lettered",
        (AlertKind.Held, _) => ", deliveries still queued",
        (_, { Worst: { } worst }) => $", {Percent.Of(worst.Value)} {worst.Signal.Noun} in {worst.Window}",
        (_, { Finding: not null }) => ", by SES's own metric",
        _ => string.Empty,
    };

    private static string Place(Deployment deployment) => deployment.AccountId.Length > 0
        ? $" ({deployment.Region}, {deployment.AccountId})"
        : $" ({deployment.Region})";
}
