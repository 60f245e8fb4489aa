using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>Decides, without I/O: (state, policy, assessment, hold progress, now) → decision.</summary>
internal static class Decider
{
    /// <summary>
    /// How long SES's own finding keeps its level at least, even if its alarm is over: SES's metrics have a value only while the set sends, so
    /// an alarm is over after an hour without mail, and in force again with the next.
    /// </summary>
    internal static readonly TimeSpan FindingKeeps = TimeSpan.FromHours(24);

    /// <param name="state">The state as it was read.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="assessment">The assessment, made with the state's level as the former level.</param>
    /// <param name="progress">What is known about the events in question; null if that was not read yet.</param>
    /// <param name="now">The time of the decision.</param>
    internal static Decision Decide(EntityState state, Policy policy, Assessment assessment, HoldProgress? progress, DateTimeOffset now)
    {
        if (policy.Mode == Mode.Off || state.Sending != SendingStatus.Enabled)
        {
            return Decision.Nothing.Instance;
        }

        if (state is { IsFoundBySes: true, Level: Level.Critical } && policy.Pauses(state.Entity))
        {
            // The finding is from when the mode was another.
            return new Decision.Move(Pausing(state, now));
        }

        var next = state with { Worst = assessment.Worst, Tallies = assessment.Tallies, Finding = null, FindingOverAt = null };
        var isNew = assessment.Breached == Level.Critical && (policy.Pauses(state.Entity) || state.Level != Level.Critical);
        if (isNew || (state.Held && assessment.Level == Level.Critical))
        {
            return progress?.Review(policy, state.Held ? state.Tallies : assessment.Tallies, state.CountFrom) switch
            {
                null => Decision.AskHoldProgress.Instance,
                HoldReview.Confirmed { Assessment: var confirmed } => Confirm(
                    assessment.Breached == Level.Critical ? next : next with { Worst = confirmed.Worst, Tallies = confirmed.Tallies }, policy, now),
                HoldReview.Doubtful doubt => Hold(state, next, assessment.Breached, doubt, progress.Lag, now),
                _ => throw new InvalidOperationException("A review that isn't handled here."),
            };
        }

        return assessment.Level < state.Level && KeepsItsLevel(state, now) ? Decision.Nothing.Instance : ChangeLevel(state, next, assessment.Level, now);
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
            || finding.Threshold < policy.Of(finding.Signal).Critical)
        {
            return Decision.Nothing.Instance;
        }

        // Feedback's counts were not read; those of an earlier transition would explain nothing.
        var found = state with { Finding = finding.In(state.Finding), FindingOverAt = null, Worst = null, Tallies = [] };
        if (policy.Mode == Mode.Enforce)
        {
            return new Decision.Move(Pausing(found, now));
        }

        if (state is { Level: Level.Critical, Held: false })
        {
            // On-call has been told that the set is critical.
            return found.Finding == state.Finding && state.IsFoundBySes
                ? Decision.Nothing.Instance
                : new Decision.Remember(state with { Finding = found.Finding, FindingOverAt = null });
        }

        return new Decision.Move((found with { Level = Level.Critical, Hold = null }).Moved(now, AlertKind.Critical, finding.ToString()));
    }

    /// <summary>
    /// Decides on the end of SES's own finding. The level is left to the next evaluation. A paused entity stays as it is: only people resume it.
    /// </summary>
    internal static Decision DecideOver(EntityState state, SesFinding finding, DateTimeOffset now)
    {
        if (state.Sending != SendingStatus.Enabled || !state.IsFoundBySes || !finding.IsIn(state.Finding))
        {
            return Decision.Nothing.Instance;
        }

        var others = finding.NotIn(state.Finding);
        return new Decision.Remember(others is null ? state with { FindingOverAt = now } : state with { Finding = others });
    }

    internal static AlertKind AlertFor(Level level) => level switch
    {
        Level.Critical => AlertKind.Critical,
        Level.Warning => AlertKind.Warning,
        _ => AlertKind.Recovered,
    };

    /// <param name="next">The state with the counts of now if they are critical, else with those that were confirmed: the mail shows them.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="now">The time of the decision.</param>
    private static Decision.Move Confirm(EntityState next, Policy policy, DateTimeOffset now)
    {
        var critical = next with { Level = Level.Critical, Hold = null };
        return new Decision.Move(policy.Pauses(next.Entity) ? Pausing(critical, now) : critical.Moved(now, AlertKind.Critical));
    }

    /// <summary>
    /// A hold begins, goes on, or ends. Once all deliveries of its time are accounted for and nothing is confirmed, it ends if the rates are
    /// below critical now; else it begins again with the events of now. It is silent unless it lasts.
    /// </summary>
    private static Decision Hold(EntityState state, EntityState next, Level breached, HoldReview.Doubtful doubt, DeliveryLag lag, DateTimeOffset now)
    {
        if (state.Held && lag.Missing is not null && breached < Level.Critical)
        {
            return ChangeLevel(state, next, breached, now);
        }

        var begins = state.Hold is null || lag.Missing is not null;
        var held = begins ? next : state;
        var hold = new Hold(begins ? now : state.Hold!.At, state.Hold?.Since ?? now, doubt.Reason, lag, state.Hold?.Told ?? false) { Spread = doubt.Spread };
        if (hold.IsToBeTold(state.HoldToldAt, now))
        {
            return new Decision.Move((held with { Level = Level.Critical, Hold = hold with { Told = true }, HoldToldAt = now }).Moved(now, AlertKind.Held));
        }

        return begins ? new Decision.Remember(held with { Hold = hold }) : Decision.Nothing.Instance;
    }

    /// <summary>On-call hears of a new level; a hold that on-call was never told of ends as silently.</summary>
    private static Decision ChangeLevel(EntityState state, EntityState next, Level level, DateTimeOffset now) =>
        level != state.Level ? new Decision.Move((next with { Level = level, Hold = null }).Moved(now, AlertFor(level)))
        : state.Held ? new Decision.Remember(next with { Hold = null })
        : Decision.Nothing.Instance;

    private static bool KeepsItsLevel(EntityState state, DateTimeOffset now) =>
        state is { Finding: not null, Level: Level.Critical, Held: false } && (state.IsFoundBySes || now - state.ChangedAt < FindingKeeps);

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
