using Feedback.Cli.InProcess;
using Feedback.Deciding;

namespace Feedback.Cli.Simulation.Month;

/// <summary>The result of the month for one set.</summary>
internal sealed record SetOutcome
{
    public required SetProfile Profile { get; init; }

    public required long Sent { get; init; }

    /// <summary>Messages that the set would have sent after the pause.</summary>
    public required long Stopped { get; init; }

    public required Crossing? TrulyCritical { get; init; }

    /// <summary>How long the set was critical the first time, if that ended before it was paused.</summary>
    public required TimeSpan? PassedAfter { get; init; }

    /// <summary>The alerts that on-call received, in order.</summary>
    public required IReadOnlyList<Transition> Alerts { get; init; }

    /// <summary>The time of the call to SES that paused the set.</summary>
    public required DateTimeOffset? PausedAt { get; init; }

    /// <summary>The rate that Feedback decided on.</summary>
    public string? Evidence => Alerts.FirstOrDefault(transition => transition.Kind == AlertKind.Paused)?.Worst?.ToString();

    public int Warnings => Alerts.Count(transition => transition.Kind == AlertKind.Warning);

    public TimeSpan? Delay => PausedAt - TrulyCritical?.At;
}
