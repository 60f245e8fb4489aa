using System.Globalization;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Reporting;

/// <summary>The sentences that both parts of a digest and its subject have in common.</summary>
internal static class DigestWords
{
    internal const string ListTitle = "New on the suppression list, and changes by operators";

    internal static string Subject(DigestFacts facts) => $"Digest {facts.Day}: {Summary(facts)} ({Place(facts.Deployment)})";

    /// <summary>Such as <c>Friday 20 November 2026, 00:00 to 24:00 UTC</c>.</summary>
    internal static string Date(DigestFacts facts) =>
        string.Create(CultureInfo.InvariantCulture, $"{facts.Day.Date:dddd d MMMM yyyy}, 00:00 to 24:00 UTC");

    internal static string Where(Deployment deployment) =>
        deployment.AccountId.Length > 0 ? $"Account {deployment.AccountId}, Region {deployment.Region}" : $"Region {deployment.Region}";

    /// <summary>The sentence that a reader in a hurry needs.</summary>
    internal static string Headline(DigestFacts facts)
    {
        var parts = Trouble(facts.Trouble, "configuration set is", "configuration sets are").ToList();
        return (parts.Count, facts) switch
        {
            ( > 0, _) => $"{string.Join(", ", parts)}.",
            (_, { Changes.Count: > 0 }) => "Every set is below warning and sends; see what changed.",
            (_, { HasMail: false }) => "No mail was counted, and nothing changed.",
            _ => "Nothing happened: every set stayed below warning, and nothing was paused.",
        };
    }

    internal static string Name(DigestEntity entity) => entity.Entity switch
    {
        { IsAccount: true, Member: { } member } => $"Account {member}",
        { IsAccount: true } => "The whole account",
        { ConfigurationSetName: not null } set => set.Name,
        { Member: { } member } => $"{member}, without a set",
        _ => "without a set",
    };

    /// <summary>How the entity stands; empty if it is in no trouble.</summary>
    internal static string Standing(DigestEntity entity) => entity switch
    {
        { State.Sending: SendingStatus.Paused } => "PAUSED",
        { State.Sending: SendingStatus.Pausing } => "PAUSING",
        { State.Held: true } => "pause on hold",
        { Worst: Level.Critical } => "CRITICAL",
        { Worst: Level.Warning } => "warning",
        _ => string.Empty,
    };

    /// <summary>Such as <c>hard bounces 77 of 1,240 = 6.2%</c>.</summary>
    internal static string Of(Rate rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{rate.Signal.Noun} {rate.Events:N0} of {rate.Trials:N0} = {Percent.Of(rate.Value)}");

    /// <summary>Such as <c>7d: 0.93%, warning from 2%, critical from 4%</c>.</summary>
    internal static string Compared(DigestEntity entity, Signal signal)
    {
        var thresholds = entity.Policy.Of(signal);
        var limits = $"warning from {Percent.Of(thresholds.Warning)}, critical from {Percent.Of(thresholds.Critical)}";
        return entity.Rolling is { } rolling
            ? $"{rolling.Window}: {Percent.Of(Rate.Of(signal, rolling.Window, rolling.Tally).Value)}; {limits}"
            : limits;
    }

    internal static string Volume(DigestEntity entity) => string.Create(
        CultureInfo.InvariantCulture, $"{entity.Day.Attempts:N0} attempts, {entity.Day.Deliveries:N0} delivered, {entity.Day.SoftBounces:N0} soft bounces");

    /// <summary>What is said about the sets that are not named; null if all are.</summary>
    internal static string? Others(DigestRest others)
    {
        var trouble = others.InTrouble == 0 ? "all without trouble" : string.Create(CultureInfo.InvariantCulture, $"{others.InTrouble:N0} of them in trouble");
        return others.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"and {others.Count:N0} more with {others.Day.Attempts:N0} attempts, {trouble}");
    }

    internal static string? OtherChanges(DigestFacts facts) =>
        facts.OtherChanges == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"and {facts.OtherChanges:N0} more (feedback history)");

    internal static string ChangeTime(HistoryEntry change) => change.At.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>Paused by Feedback</c>.</summary>
    internal static string Change(HistoryEntry change) => $"{Words(change.What)} by {WithoutAddresses(change.Actor.Name)}";

    /// <summary>A reason that an operator gave may name a recipient. A digest has readers who must not know it.</summary>
    internal static string WithoutAddresses(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Contains('@', StringComparison.Ordinal) ? "(an address)" : word));

    /// <summary>Such as <c>hard bounce</c> for <c>HardBounce</c>.</summary>
    internal static string Words(string name) => string.Concat(
        name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    internal static string Domains(DigestFacts facts) =>
        facts.DomainsAreSampled ? "Domains of hard bounces (of a sample)" : "Domains of hard bounces";

    private static string Summary(DigestFacts facts)
    {
        var parts = Trouble(facts.Trouble, string.Empty, string.Empty).ToList();
        var changes = facts.Changes.Count + facts.OtherChanges;
        return parts.Count > 0 ? string.Join(", ", parts)
            : changes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{changes:N0} change{(changes == 1 ? "" : "s")}")
            : facts.HasMail ? "all quiet"
            : "no mail";
    }

    /// <summary>The first part names what is counted, and the others go without.</summary>
    private static IEnumerable<string> Trouble(DigestTrouble trouble, string one, string many)
    {
        var (named, named2) = (one, many);
        foreach (var (count, what) in ((int, string)[])
            [(trouble.Paused, "paused"), (trouble.Critical, "critical"), (trouble.Held, "with a pause on hold"), (trouble.Warning, "at warning")])
        {
            if (count > 0)
            {
                var noun = count == 1 ? named : named2;
                yield return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(noun.Length > 0 ? $"{noun} " : "")}{what}");
                (named, named2) = (string.Empty, string.Empty);
            }
        }
    }

    private static string Place(Deployment deployment) =>
        deployment.AccountId.Length > 0 ? $"{deployment.Region}, {deployment.AccountId}" : deployment.Region;
}
