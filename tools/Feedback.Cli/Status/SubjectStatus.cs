using Feedback.Reputation;
using Feedback.Sending;

namespace Feedback.Cli.Status;

/// <summary>How a subject stands: what was decided about it, and its rates as they are now.</summary>
internal sealed record SubjectStatus(SubjectState State, Policy Policy, Assessment Now)
{
    public bool IsNormal => State is { Level: Level.Normal, Sending: SendingStatus.Enabled, Held: false } && Now.Level == Level.Normal;

    /// <summary>The worst first.</summary>
    public (bool Stopped, Level Level, Level Now) Severity => (State.Sending != SendingStatus.Enabled, State.Level, Now.Level);
}
