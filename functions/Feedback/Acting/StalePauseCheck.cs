using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Acting;

/// <summary>
/// Checks whether a pause that SES has not confirmed yet is still wanted: meanwhile the mode may have changed, or new mail may have brought
/// the rate down. Asked before each further call to SES, while the set still sends.
/// </summary>
internal sealed class StalePauseCheck(IPolicyStore policies, Evaluator evaluator, TimeProvider time)
{
    /// <summary>Rates are only checked after this long: within one bucket they change by noise.</summary>
    internal static readonly TimeSpan RatesAskedAfter = Bucket.Width;

    /// <summary>Returns the state without the pause; null if the pause is still wanted.</summary>
    internal async Task<EntityState?> TakeBackAsync(EntityState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var policy = await policies.GetAsync(state.Entity, cancellationToken);
        if (!policy.Pauses(state.Entity))
        {
            return TakenBack(state, state.Level, $"The pause was taken back: the mode was set to {policy.Mode} before SES confirmed it.", now);
        }

        if (state.Finding is not null || now - state.PausedAt < RatesAskedAfter)
        {
            return null;
        }

        var assessment = await evaluator.AssessAsync(state, policy, cancellationToken);
        var next = state with { Worst = assessment.Worst, Tallies = assessment.Tallies };
        return assessment.Level == Level.Critical
            ? null
            : TakenBack(next, assessment.Level, "The pause was taken back: the rate fell below critical before SES confirmed it.", now);
    }

    private static EntityState TakenBack(EntityState state, Level level, string note, DateTimeOffset now) =>
        (state with
        {
            Sending = SendingStatus.Enabled,
            Level = level,
            PausedAt = null,
            PauseRequested = false,
            VerifyEnabled = state.PauseRequested,
        }).Moved(now, Decider.AlertFor(level), note);
}
