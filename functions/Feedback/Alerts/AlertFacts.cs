using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>An alert's facts. Integrations read them as JSON: names are stable, rates are fractions.</summary>
internal sealed partial record AlertFacts
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

    /// <summary>The alarm of SES's own metric behind the level; null if our rates are.</summary>
    public required string? Finding { get; init; }

    /// <summary>Why the pause is held; null if it is not.</summary>
    public required HoldFacts? Hold { get; init; }

    public required IReadOnlyList<WindowFacts> Windows { get; init; }

    public required ThresholdFacts BounceThresholds { get; init; }

    public required ThresholdFacts ComplaintThresholds { get; init; }

    /// <summary>For the account: sets at warning or worse, or paused, the worst first. Null for every other entity.</summary>
    public required IReadOnlyList<SetFacts>? Sets { get; init; }

    public required IReadOnlyList<CountedName> TopDomains { get; init; }

    public required IReadOnlyList<CountedName> TopSubtypes { get; init; }

    public required IReadOnlyList<string> FeedbackIds { get; init; }

    /// <summary>The command that resumes the entity; null if it is not paused.</summary>
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
        Hold = state.Hold is { } hold ? HoldFacts.Of(hold) : null,
        Windows = state.Tallies.Select(WindowFacts.Of).ToList(),
        BounceThresholds = ThresholdFacts.Of(policy.Bounce),
        ComplaintThresholds = ThresholdFacts.Of(policy.Complaint),
        Sets = sample.Sets?.Select(SetFacts.Of).ToList(),
        TopDomains = Top(sample.Events.Select(h => h.Domain)),
        TopSubtypes = Top(sample.Events.Select(h => h.Subtype)),
        FeedbackIds = sample.Events.Select(h => h.FeedbackId).OfType<string>().Distinct().Take(TopCount).ToList(),
        ResumeCommand = state.Sending == SendingStatus.Enabled ? null : new AlertCommands(state.Entity, deployment).Resume,
    };

    /// <summary>When and where it happened.</summary>
    internal string Place => $"{AlertHeadline.Time(At)}{(AccountId.Length > 0 ? $", account {AccountId}" : string.Empty)}, Region {Region}";

    internal string ToJson() => JsonSerializer.Serialize(this, Json.Default.AlertFacts);

    private static List<CountedName> Top(IEnumerable<string> names) => names
        .GroupBy(name => name)
        .Select(g => new CountedName(g.Key, g.Count()))
        .OrderByDescending(c => c.Count)
        .ThenBy(c => c.Name, StringComparer.Ordinal)
        .Take(TopCount)
        .ToList();

    /// <summary>A signal's thresholds; fractions.</summary>
    internal sealed record ThresholdFacts(decimal Warning, decimal Critical)
    {
        internal static ThresholdFacts Of(Thresholds thresholds) => new(thresholds.Warning, thresholds.Critical);
    }

    /// <summary>A set that contributes to the account's alert.</summary>
    /// <param name="Set">The set's name.</param>
    /// <param name="Level">The set's own level.</param>
    /// <param name="Sending">Whether the set sends.</param>
    /// <param name="Because">The rate or alarm of its last transition, in words; null if there is none.</param>
    internal sealed record SetFacts(string Set, string Level, string Sending, string? Because)
    {
        internal static SetFacts Of(EntityState state) =>
            new(state.Entity.Name, state.Level.ToString(), state.Sending.ToString(), state.Finding ?? state.Worst?.ToString());
    }

    /// <summary>How often a domain or type occurs among the latest bounces and complaints.</summary>
    internal sealed record CountedName(string Name, int Count)
    {
        public override string ToString() => $"{Name} ({Count})";
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(AlertFacts))]
    private sealed partial class Json : JsonSerializerContext;
}
