using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.Status;

/// <summary>How an entity stands: what was decided about it, and its rates as they are now.</summary>
internal sealed record EntityStatus(EntityState State, Policy Policy, Assessment Now)
{
    public bool IsNormal => State is { Level: Level.Normal, Sending: SendingStatus.Enabled, Held: false } && Now.Level == Level.Normal;

    /// <summary>The worst first.</summary>
    public (bool Stopped, Level Level, Level Now) Severity => (State.Sending != SendingStatus.Enabled, State.Level, Now.Level);
}
