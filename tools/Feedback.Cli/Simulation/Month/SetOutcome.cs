using Feedback.Cli.InProcess;
using Feedback.Deciding;

namespace Feedback.Cli.Simulation.Month;

/// <summary>How the month went for one set.</summary>
internal sealed record SetOutcome
{
    public required SetProfile Profile { get; init; }

    public required long Sent { get; init; }

    /// <summary>Messages it would have sent after the pause.</summary>
    public required long Stopped { get; init; }

    public required Crossing? TrulyCritical { get; init; }

    /// <summary>How long it was critical at first, if that passed before it was paused.</summary>
    public required TimeSpan? PassedAfter { get; init; }

    /// <summary>What on-call was told, in order.</summary>
    public required IReadOnlyList<Transition> Alerts { get; init; }

    /// <summary>When SES was called.</summary>
    public required DateTimeOffset? PausedAt { get; init; }

    /// <summary>What Feedback decided on.</summary>
    public string? Evidence => Alerts.FirstOrDefault(transition => transition.Kind == AlertKind.Paused)?.Worst?.ToString();

    public int Warnings => Alerts.Count(transition => transition.Kind == AlertKind.Warning);

    public TimeSpan? Delay => PausedAt - TrulyCritical?.At;
}
