using System.Text.Json;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Writes an alert from the state it tells of. Pure; no address in clear ever gets here.</summary>
internal static class AlertComposer
{
    internal static AlertMail Compose(EntityState state, Policy policy, AlertSample sample, Deployment deployment)
    {
        var kind = state.Alert!.Kind;
        var facts = AlertFacts.Of(state, policy, sample, deployment);
        return new AlertMail(
            SubjectLine(kind, state, policy),
            AlertText.Of(state, policy, facts),
            new Dictionary<string, string>
            {
                ["kind"] = facts.Kind,
                ["level"] = facts.Level,
                ["entity"] = facts.Entity,
            },
            JsonSerializer.Serialize(facts, AlertJson.Default.AlertFacts));
    }

    /// <summary>SNS takes fewer than 100 characters of printable ASCII. Set names have at most 64 characters.</summary>
    private static string SubjectLine(AlertKind kind, EntityState state, Policy policy)
    {
        var line = $"{Word(kind, policy.Pauses(state.Entity))}: {state.Entity.Name}{Why(kind, state)}";
        return line.Length < 100 ? line : line[..99];
    }

    private static string Word(AlertKind kind, bool pauses) => kind switch
    {
        AlertKind.Warning => "WARNING",
        AlertKind.Critical => "CRITICAL",
        AlertKind.Paused => "PAUSED",
        AlertKind.AlreadyPaused => "CRITICAL, already paused",
        AlertKind.Held => pauses ? "CRITICAL, pause held" : "Perhaps CRITICAL",
        AlertKind.Recovered => "Recovered",
        AlertKind.Resumed => "Resumed",
        AlertKind.PausedByOperator => "Paused by a person",
        AlertKind.PauseFailing => "PAUSE FAILING",
        _ => "Still paused",
    };

    private static string Why(AlertKind kind, EntityState state)
    {
        if (kind is AlertKind.Resumed or AlertKind.PausedByOperator or AlertKind.Recovered)
        {
            return string.Empty;
        }

        if (state.Worst is not { } worst)
        {
            return state.Finding is null ? string.Empty : ", by SES's own metric";
        }

        return $" {Percent.Of(worst.Value)} {(worst.Signal == Signal.Bounce ? "bounces" : "complaints")} in {worst.Window}";
    }
}
