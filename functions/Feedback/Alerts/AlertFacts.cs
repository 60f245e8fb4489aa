using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>An alert's evidence. This is the JSON that integrations read: names are stable, rates are fractions.</summary>
internal sealed record AlertFacts
{
    internal const int TopCount = 5;

    public required string Kind { get; init; }

    public required string Entity { get; init; }

    /// <summary>Null for the account and for unattributed mail.</summary>
    public required string? ConfigurationSet { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string Level { get; init; }

    public required string Sending { get; init; }

    public required string Mode { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? Note { get; init; }

    /// <summary>SES's own finding behind the level, where not our rates are.</summary>
    public required string? Finding { get; init; }

    public required IReadOnlyList<WindowFacts> Windows { get; init; }

    public required ThresholdFacts BounceThresholds { get; init; }

    public required ThresholdFacts ComplaintThresholds { get; init; }

    /// <summary>Of an account's alert: sets at warning or worse, or paused, the worst first; null for every other entity.</summary>
    public required IReadOnlyList<SetFacts>? Sets { get; init; }

    public required IReadOnlyList<CountedName> TopDomains { get; init; }

    public required IReadOnlyList<CountedName> TopSubtypes { get; init; }

    public required IReadOnlyList<string> FeedbackIds { get; init; }

    /// <summary>The command that enables the set again; null where nothing is paused.</summary>
    public required string? ResumeCommand { get; init; }

    internal static AlertFacts Of(EntityState state, Policy policy, AlertSample sample, Deployment deployment) => new()
    {
        Kind = state.Alert!.Kind.ToString(),
        Entity = state.Entity.Name,
        ConfigurationSet = state.Entity.ConfigurationSetName,
        AccountId = deployment.AccountId,
        Region = deployment.Region,
        Level = state.Level.ToString(),
        Sending = state.Sending.ToString(),
        Mode = policy.Mode.ToString(),
        Version = state.Alert.Version,
        At = state.ChangedAt ?? default,
        Note = state.Alert.Note,
        Finding = state.Finding,
        Windows = state.Tallies.Select(WindowFacts.Of).ToList(),
        BounceThresholds = ThresholdFacts.Of(policy.Bounce),
        ComplaintThresholds = ThresholdFacts.Of(policy.Complaint),
        Sets = sample.Sets?.Select(SetFacts.Of).ToList(),
        TopDomains = Top(sample.Events.Select(h => h.Domain)),
        TopSubtypes = Top(sample.Events.Select(h => h.Subtype)),
        FeedbackIds = sample.Events.Select(h => h.FeedbackId).OfType<string>().Distinct().Take(TopCount).ToList(),
        ResumeCommand = state.Sending == SendingStatus.Enabled ? null : ResumeCommandFor(state.Entity),
    };

    internal static string ResumeCommandFor(ReputationEntity entity) =>
        $"feedback resume {entity.CommandName} --reason \"...\"";

    private static List<CountedName> Top(IEnumerable<string> names) => names
        .GroupBy(name => name)
        .Select(g => new CountedName(g.Key, g.Count()))
        .OrderByDescending(c => c.Count)
        .ThenBy(c => c.Name, StringComparer.Ordinal)
        .Take(TopCount)
        .ToList();
}
