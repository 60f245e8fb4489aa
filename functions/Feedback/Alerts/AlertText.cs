using System.Globalization;
using System.Text;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>
/// The mail's text: what happened, what to do, why, and the ids last. Short lines, because it is read on a phone; ASCII, because SNS mail
/// is.
/// </summary>
internal static class AlertText
{
    internal static string Of(EntityState state, AlertContent content, AlertFacts facts)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', [content.Headline, .. content.Notes, facts.Place]).Append("\n\nWhat to do\n");
        foreach (var step in content.Steps)
        {
            text.Append(step.Text).Append(step.Copy is { } copy ? $"\n  {copy}\n" : "\n");
        }

        if (facts.Windows.Count > 0)
        {
            Evidence(text, state, content, facts);
        }

        Sets(text, facts);
        Sample(text, facts);
        return text.ToString();
    }

    private static void Evidence(StringBuilder text, EntityState state, AlertContent content, AlertFacts facts)
    {
        text.Append("\nWhy\n");
        if (content.Because is { } because)
        {
            text.Append(because).Append('\n');
        }

        foreach (var tally in state.Tallies)
        {
            var title = $"{tally.Window}:";
            foreach (var rate in Signal.All.Select(signal => Rate.Of(signal, tally.Window, tally.Tally)))
            {
                Line(text, $"{title,5} {rate.Signal.Noun} {rate.Events:N0} of {rate.Trials:N0} = {Percent.Of(rate.Value)}");
                title = string.Empty;
            }
        }

        if (facts.Windows.All(window => window.Deliveries == 0))
        {
            text.Append("No deliveries were counted. Check that the set publishes delivery events.\n");
        }
    }

    private static void Sets(StringBuilder text, AlertFacts facts)
    {
        if (facts.Sets is not { } sets)
        {
            return;
        }

        text.Append(sets.Count == 0 ? "\nNo single set is at warning.\n" : "\nSets at warning or worse, or paused:\n");
        foreach (var set in sets)
        {
            var sending = set.Sending == nameof(SendingStatus.Enabled) ? "sends" : set.Sending.ToLowerInvariant();
            Line(text, $"  {set.Set} ({set.Level.ToLowerInvariant()}, {sending}): {set.Because ?? "paused by an operator"}");
        }
    }

    private static void Sample(StringBuilder text, AlertFacts facts)
    {
        Names(text, "Recipient domains", facts.TopDomains);
        Names(text, "Bounce and complaint types", facts.TopSubtypes);
        if (facts.FeedbackIds.Count > 0)
        {
            Line(text, $"Feedback ids:\n  {string.Join("\n  ", facts.FeedbackIds)}");
        }
    }

    private static void Names(StringBuilder text, string title, IReadOnlyList<AlertFacts.CountedName> names)
    {
        if (names.Count > 0)
        {
            Line(text, $"{title}: {string.Join(", ", names)}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
