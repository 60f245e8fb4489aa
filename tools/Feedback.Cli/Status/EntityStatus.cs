using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.Status;

/// <summary>An entity's status: its stored state and its current rates.</summary>
internal sealed record EntityStatus(EntityState State, Policy Policy, Assessment Now)
{
    public bool IsNormal => State is { Level: Level.Normal, Sending: SendingStatus.Enabled, Held: false } && Now.Level == Level.Normal;

    /// <summary>The sort key; the greatest is the worst.</summary>
    public (bool Stopped, Level Level, Level Now) Severity => (State.Sending != SendingStatus.Enabled, State.Level, Now.Level);
}
