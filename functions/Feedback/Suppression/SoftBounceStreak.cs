using Feedback.Outcomes;

namespace Feedback.Suppression;

/// <summary>
/// Soft bounces in a row. It is computed from the ledger each time and stored nowhere, so a delivery resets it by merely being recorded.
/// </summary>
internal static class SoftBounceStreak
{
    /// <summary>
    /// The cause of a soft-bounce suppression: the bounce that made <paramref name="limit"/> messages in a row (by the events' own times)
    /// bounce softly with no delivery between them; null while there is no such run.
    /// </summary>
    /// <param name="outcomes">Everything the ledger holds of one address.</param>
    /// <param name="limit">How many messages in a row; default 5; 0 switches the rule off.</param>
    internal static SuppressionCause? Of(IEnumerable<Outcome> outcomes, int limit)
    {
        if (limit <= 0)
        {
            return null;
        }

        SuppressionCause? cause = null;
        var run = 0;
        foreach (var outcome in outcomes.Where(o => Time(o) is not null).OrderBy(Time).ThenBy(o => o.Key.MessageId, StringComparer.Ordinal))
        {
            run = outcome.IsSoftBounce ? run + 1 : 0;
            if (run >= limit)
            {
                cause = new SuppressionCause(outcome.SoftBouncedAt!.Value, outcome.Key.MessageId);
            }
        }

        return cause;
    }

    private static DateTimeOffset? Time(Outcome outcome) =>
        outcome.IsSoftBounce ? outcome.SoftBouncedAt : outcome.DeliveredAt;
}
