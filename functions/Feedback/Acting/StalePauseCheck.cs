using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Acting;

/// <summary>
/// A pause that SES does not take for a while may not be wanted any more: somebody changed the mode, or the mail since has made the rate
/// harmless. Asked before SES is called again, and only while the set still sends.
/// </summary>
internal sealed class StalePauseCheck(IPolicyStore policies, Evaluator evaluator, TimeProvider time)
{
    /// <summary>Rates change by bucket; sooner, nothing but noise could be seen.</summary>
    internal static readonly TimeSpan RatesAskedAfter = Bucket.Width;

    /// <summary>The state without the pause; null if it is still wanted.</summary>
    internal async Task<EntityState?> TakeBackAsync(EntityState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var policy = await policies.GetAsync(state.Entity, cancellationToken);
        if (!policy.Pauses(state.Entity))
        {
            return TakenBack(state, state.Level, $"SES had not taken the pause when the mode was set to {policy.Mode}.", now);
        }

        if (state.Finding is not null || now - state.PausedAt < RatesAskedAfter)
        {
            return null;
        }

        var assessment = await evaluator.AssessAsync(state, policy, cancellationToken);
        var next = state with { Worst = assessment.Worst, Tallies = assessment.Tallies };
        return assessment.Level == Level.Critical
            ? null
            : TakenBack(next, assessment.Level, "SES had not taken the pause when the rate fell again.", now);
    }

    private static EntityState TakenBack(EntityState state, Level level, string note, DateTimeOffset now) =>
        (state with { Sending = SendingStatus.Enabled, Level = level, PausedAt = null, PauseRequested = false, PauseFailureToldAt = null })
        .Moved(now, Decider.Lease, Decider.AlertFor(level), note);
}
