using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>Decides, without I/O: (state, policy, assessment, lag, now) → decision.</summary>
internal static class Decider
{
    /// <summary>
    /// How long SES's own finding keeps a level that Feedback's rates don't confirm. They don't see what SES sees, so they can't clear it at
    /// once.
    /// </summary>
    internal static readonly TimeSpan FindingKeeps = TimeSpan.FromHours(24);

    /// <param name="state">The state as it was read.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="assessment">The assessment, made with the state's level as the former level.</param>
    /// <param name="lag">How far the counting of deliveries lags behind; null if that was not read yet.</param>
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
                : new Decision.Move(pauses ? Pausing(next, now) : (next with { Level = Level.Critical, Hold = null }).Moved(now, AlertKind.Critical));
        }

        if (assessment.Level == state.Level || (assessment.Level < state.Level && IsFoundBySes(state, now)))
        {
            return Decision.Nothing.Instance;
        }

        return new Decision.Move((next with { Level = assessment.Level, Hold = null }).Moved(now, AlertFor(assessment.Level)));
    }

    /// <summary>
    /// Decides on SES's own finding. SES's metrics don't depend on Feedback's counting, so no lag can hold the pause. A finding from before
    /// the last resume, or at less than the critical threshold, changes nothing.
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

        // Feedback's counts were not read; those of an earlier transition would explain nothing.
        var found = state with { Finding = finding.ToString(), Worst = null, Tallies = [] };
        return new Decision.Move(policy.Mode == Mode.Enforce
            ? Pausing(found, now)
            : (found with { Level = Level.Critical, Hold = null }).Moved(now, AlertKind.Critical, finding.ToString()));
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
            return new Decision.Move(held.Moved(now, AlertKind.Held));
        }

        if (breached < Level.Critical && lag.SinceHold is { Left: 0 })
        {
            return new Decision.Move((next with { Level = breached, Hold = null }).Moved(now, AlertFor(breached)));
        }

        var isOver = lag.SinceHold is { Left: 0 } || (!hold.IsKnown && lag.Now.IsKnown);
        return isOver && (state.Alert is null || !state.IsLeased(now))
            ? new Decision.Remember(held)
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
    }).Moved(now);
}
