namespace Feedback.Cli.Simulation.Month;

/// <summary>How the month went for one set.</summary>
internal sealed record SetOutcome
{
    public required SetProfile Profile { get; init; }

    public required long Sent { get; init; }

    /// <summary>Messages it would have sent after the pause.</summary>
    public required long Stopped { get; init; }

    public required Crossing? TrulyCritical { get; init; }

    /// <summary>When SES was called.</summary>
    public required DateTimeOffset? PausedAt { get; init; }

    /// <summary>What Feedback decided on.</summary>
    public required string? Evidence { get; init; }

    public required int Warnings { get; init; }

    public TimeSpan? Delay => PausedAt - TrulyCritical?.At;
}
