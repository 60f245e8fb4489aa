using Feedback.Alerts;

namespace Feedback.Cli.Status;

/// <summary>An entity's status as JSON. Rates are fractions.</summary>
internal sealed record EntityDocument
{
    public required string Entity { get; init; }

    /// <summary>Null for the account and for unattributed mail.</summary>
    public required string? ConfigurationSet { get; init; }

    public required bool Normal { get; init; }

    public required string Level { get; init; }

    public required string Sending { get; init; }

    public required string? PausedBy { get; init; }

    public required bool Held { get; init; }

    public required DateTimeOffset? ChangedAt { get; init; }

    public required DateTimeOffset? PausedAt { get; init; }

    public required DateTimeOffset? ResumedAt { get; init; }

    public required IReadOnlyList<WindowFacts> Windows { get; init; }

    public static EntityDocument Of(EntityStatus status) => new()
    {
        Entity = status.State.Entity.Name,
        ConfigurationSet = status.State.Entity.ConfigurationSetName,
        Normal = status.IsNormal,
        Level = status.State.Level.ToString(),
        Sending = status.State.Sending.ToString(),
        PausedBy = status.State.PausedBy?.ToString(),
        Held = status.State.Held,
        ChangedAt = status.State.ChangedAt,
        PausedAt = status.State.PausedAt,
        ResumedAt = status.State.ResumedAt,
        Windows = [.. status.Now.Tallies.Select(WindowFacts.Of)],
    };
}
