using Feedback.Alarms;
using Feedback.Alerts;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>The decision, pure: (state, policy, assessment, backlog, now) → decision.</summary>
internal static class Decider
{
    /// <summary>How long the one who decided has for the SES calls and the alert before the sweep takes over.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How long SES's own finding keeps a level that our rates do not see. They know nothing of it, so they can't clear it at once.</summary>
    internal static readonly TimeSpan FindingKeeps = TimeSpan.FromHours(24);

    /// <summary>The level whose margin still has to be left. A held set was never acted on, so nothing holds it at critical.</summary>
    internal static Level Former(SubjectState state) => state.Held ? Level.Warning : state.Level;

    /// <param name="state">As it was read.</param>
    /// <param name="policy">The subject's policy.</param>
    /// <param name="assessment">Made with <see cref="Former"/>.</param>
    /// <param name="safety">What is known of deliveries that are not counted yet; null while that has not been asked.</param>
    /// <param name="now">The time of the decision.</param>
    internal static Decision Decide(SubjectState state, Policy policy, Assessment assessment, DenominatorSafety? safety, DateTimeOffset now)
    {
        if (policy.Mode == Mode.Off || state.Sending != SendingStatus.Enabled)
        {
            return Decision.Nothing.Instance;
        }

        var next = state with { Worst = assessment.Worst, Tallies = assessment.Tallies, Finding = null };
        if (policy.Mode == Mode.Enforce && policy.CanPause(state.Subject) && assessment.Breached == Level.Critical)
        {
            return safety is null ? Decision.AskBacklog.Instance : PauseOrHold(state, next, policy, assessment, safety, now);
        }

        if ((assessment.Level == state.Level && !state.Held) || (assessment.Level < state.Level && IsFoundBySes(state, now)))
        {
            return Decision.Nothing.Instance;
        }

        return new Decision.Move((next with { Level = assessment.Level, Hold = null }).Moved(now, Lease, Told(assessment.Level)));
    }

    /// <summary>
    /// The same for SES's own finding. Our lag does not matter to SES's metrics, so no backlog is asked for. A finding from before the
    /// last resume, or below our critical threshold, changes nothing.
    /// </summary>
    internal static Decision Decide(SubjectState state, Policy policy, SesFinding finding, DateTimeOffset now)
    {
        if (policy.Mode == Mode.Off
            || state.Sending != SendingStatus.Enabled
            || finding.At <= state.ResumedAt
            || finding.Threshold < policy.Of(finding.Signal).Critical
            || (policy.Mode == Mode.Observe && state.Level == Level.Critical))
        {
            return Decision.Nothing.Instance;
        }

        // Our counts were not looked at: those of an earlier transition explain nothing.
        var found = state with { Level = Level.Critical, Hold = null, Finding = finding.ToString(), Worst = null, Tallies = [] };
        return policy.Mode == Mode.Enforce
            ? new Decision.Move(Pausing(found, now))
            : new Decision.Move(found.Moved(now, Lease, AlertKind.Critical, finding.ToString()));
    }

    private static Decision PauseOrHold(SubjectState state, SubjectState next, Policy policy, Assessment assessment, DenominatorSafety safety, DateTimeOffset now)
    {
        if (safety.Allows(state, policy, assessment))
        {
            return new Decision.Move(Pausing(next with { Level = Level.Critical, Hold = null }, now));
        }

        var held = next with { Level = Level.Critical, Hold = safety.Now };
        return state.Held
            ? Renewed(state, held, safety)
            : new Decision.Move(held.Moved(now, Lease, AlertKind.Held));
    }

    /// <summary>
    /// The hold begins anew, with the counts of now, once that ends it sooner: when all that waited has been counted, or more of it has left
    /// the queue than was counted. A mail that is still to be sent goes first.
    /// </summary>
    private static Decision Renewed(SubjectState state, SubjectState held, DenominatorSafety safety) =>
        state.Alert is null && (safety.Left == 0 || safety.Now.Waiting < safety.Left)
            ? new Decision.Remember(held with { Version = state.Version + 1 })
            : Decision.Nothing.Instance;

    private static bool IsFoundBySes(SubjectState state, DateTimeOffset now) =>
        state is { Finding: not null, Level: Level.Critical, Held: false } && now - state.ChangedAt < FindingKeeps;

    private static SubjectState Pausing(SubjectState state, DateTimeOffset now) => (state with
    {
        Sending = SendingStatus.Pausing,
        PausedAt = now,
        PauseRequested = false,
        PauseFailureTold = false,
    }).Moved(now, Lease);

    private static AlertKind Told(Level level) => level switch
    {
        Level.Critical => AlertKind.Critical,
        Level.Warning => AlertKind.Warning,
        _ => AlertKind.Recovered,
    };
}
