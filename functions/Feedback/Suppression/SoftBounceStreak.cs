using Feedback.Outcomes;

namespace Feedback.Suppression;

/// <summary>
/// Finds soft bounces in a row. The run is computed from the ledger each time and not stored, so recording a delivery is enough to end it.
/// </summary>
internal static class SoftBounceStreak
{
    /// <summary>
    /// Returns the cause of a soft-bounce suppression: the latest bounce of a run of at least <paramref name="limit"/> messages, in the order
    /// of the events' own times, that bounced softly with no delivery between them. Null if there is no such run.
    /// </summary>
    /// <param name="outcomes">All outcomes of one recipient.</param>
    /// <param name="limit">Messages in a row that suppress; default 5; 0 switches the rule off.</param>
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
