using Feedback.Alerts;

namespace Feedback.Cli.Status;

/// <summary>A subject's status for machines. Rates are fractions.</summary>
internal sealed record SubjectDocument
{
    public required string Subject { get; init; }

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

    public static SubjectDocument Of(SubjectStatus status) => new()
    {
        Subject = status.State.Subject.Name,
        ConfigurationSet = status.State.Subject.ConfigurationSetName,
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
