using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>The decision, pure: (state, policy, assessment, backlog, now) → decision.</summary>
internal static class Decider
{
    /// <summary>How long the one who decided has for the SES calls and the alert before the sweep takes over.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How long SES's own finding keeps a level that our rates do not see. They know nothing of it, so they can't clear it at once.</summary>
    internal static readonly TimeSpan FindingKeeps = TimeSpan.FromHours(24);

    /// <param name="state">As it was read.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="assessment">Made with the state's level as the former one.</param>
    /// <param name="lag">What is known of deliveries that are not counted yet; null while that has not been asked.</param>
    /// <param name="now">The time of the decision.</param>
    internal static Decision Decide(EntityState state, Policy policy, Assessment assessment, DeliveryLag? lag, DateTimeOffset now)
    {
        if (policy.Mode == Mode.Off || state.Sending != SendingStatus.Enabled)
        {
            return Decision.Nothing.Instance;
        }

        var next = state with { Worst = assessment.Worst, Tallies = assessment.Tallies, Finding = null };
        var pauses = policy.Pauses(state.Entity);
        var isNew = assessment.Breached == Level.Critical && (pauses || state.Level != Level.Critical);
        if (isNew || (state.Held && assessment.Level == Level.Critical))
        {
            return lag is null ? Decision.AskDeliveryLag.Instance
                : !lag.Confirms(policy, state.Tallies) ? Hold(state, next, assessment.Breached, lag, now)
                : new Decision.Move(pauses ? Pausing(next, now) : (next with { Level = Level.Critical, Hold = null }).Moved(now, Lease, AlertKind.Critical));
        }

        if (assessment.Level == state.Level || (assessment.Level < state.Level && IsFoundBySes(state, now)))
        {
            return Decision.Nothing.Instance;
        }

        return new Decision.Move((next with { Level = assessment.Level, Hold = null }).Moved(now, Lease, AlertFor(assessment.Level)));
    }

    /// <summary>
    /// The same for SES's own finding. Our lag does not matter to SES's metrics, so no backlog is asked for. A finding from before the
    /// last resume, or below our critical threshold, changes nothing.
    /// </summary>
    internal static Decision Decide(EntityState state, Policy policy, SesFinding finding, DateTimeOffset now)
    {
        if (policy.Mode == Mode.Off
            || state.Sending != SendingStatus.Enabled
            || finding.At <= state.ResumedAt
            || finding.Threshold < policy.Of(finding.Signal).Critical
            || (policy.Mode == Mode.Observe && state is { Level: Level.Critical, Held: false }))
        {
            return Decision.Nothing.Instance;
        }

        // Our counts were not looked at: those of an earlier transition explain nothing.
        var found = state with { Finding = finding.ToString(), Worst = null, Tallies = [] };
        return new Decision.Move(policy.Mode == Mode.Enforce
            ? Pausing(found, now)
            : (found with { Level = Level.Critical, Hold = null }).Moved(now, Lease, AlertKind.Critical, finding.ToString()));
    }

    internal static AlertKind AlertFor(Level level) => level switch
    {
        Level.Critical => AlertKind.Critical,
        Level.Warning => AlertKind.Warning,
        _ => AlertKind.Recovered,
    };

    /// <summary>
    /// A hold begins anew, with the counts of now, when all that waited has been counted, or once the queue can be asked. Nobody is told of
    /// that, and a mail that somebody is just sending goes first. A hold that proved unfounded, and would have no reason now, ends.
    /// </summary>
    private static Decision Hold(EntityState state, EntityState next, Level breached, DeliveryLag lag, DateTimeOffset now)
    {
        var held = next with { Level = Level.Critical, Hold = lag.Now };
        if (state.Hold is not { } hold)
        {
            return new Decision.Move(held.Moved(now, Lease, AlertKind.Held));
        }

        if (breached < Level.Critical && lag.SinceHold is { Left: 0 })
        {
            return new Decision.Move((next with { Level = breached, Hold = null }).Moved(now, Lease, AlertFor(breached)));
        }

        var isOver = lag.SinceHold is { Left: 0 } || (!hold.IsKnown && lag.Now.IsKnown);
        return isOver && (state.Alert is null || !state.IsLeased(now))
            ? new Decision.Remember(held with { Version = state.Version + 1 })
            : Decision.Nothing.Instance;
    }

    private static bool IsFoundBySes(EntityState state, DateTimeOffset now) =>
        state is { Finding: not null, Level: Level.Critical, Held: false } && now - state.ChangedAt < FindingKeeps;

    private static EntityState Pausing(EntityState state, DateTimeOffset now) => (state with
    {
        Level = Level.Critical,
        Hold = null,
        Sending = SendingStatus.Pausing,
        PausedAt = now,
        PauseRequested = false,
        PauseFailureToldAt = null,
    }).Moved(now, Lease);
}
