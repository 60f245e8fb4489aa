using Feedback.Notifications;
using Feedback.Outcomes;
using Microsoft.Extensions.Logging;

namespace Feedback.Suppression;

/// <summary>
/// Keeps soft-bounce suppressions in step with the ledger. Runs after observations are recorded, for each recipient with a soft bounce that
/// counts towards the limit, and for deliveries so late that they may fall between soft bounces that already suppress.
/// </summary>
internal sealed class SoftBounceSuppressor(
    IOutcomeReader outcomes,
    ISuppressionStore suppressions,
    TimeProvider time,
    ILogger<SoftBounceSuppressor> logger,
    int limit)
{
    /// <summary>
    /// A delivery recorded within this time needs no look at the suppression table: it could only end a suppression whose later soft bounces
    /// were sent, bounced and recorded within the same time. Without a backlog, SES and the queues take seconds.
    /// </summary>
    internal static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(1);

    internal async Task UpdateAsync(IEnumerable<Observation> recorded, CancellationToken cancellationToken)
    {
        if (limit <= 0)
        {
            return;
        }

        var observations = recorded.ToList();
        var soft = observations.Where(o => o.Evidence.HasFlag(Evidence.TowardsSoftBounceLimit)).Select(o => o.Recipient).ToHashSet();
        var late = observations
            .Where(o => o.Evidence.HasFlag(Evidence.Delivered) && o.OccurredAt < time.GetUtcNow() - LateAfter)
            .Select(o => o.Recipient)
            .ToHashSet();
        soft.UnionWith(await SuppressedSoftlyAsync(late, cancellationToken));
        foreach (var recipient in soft)
        {
            await UpdateSafelyAsync(recipient, cancellationToken);
        }
    }

    private async Task<IEnumerable<EmailAddress>> SuppressedSoftlyAsync(IReadOnlyCollection<EmailAddress> late, CancellationToken cancellationToken)
    {
        try
        {
            var entries = await suppressions.FindAsync(late, cancellationToken);
            return entries.Where(entry => entry.Reasons.ContainsKey(SuppressionReason.SoftBounceLimit)).Select(entry => entry.Address);
        }
        catch (Exception exception)
        {
            // Boundary of the late deliveries: their suppressions stay until the next soft bounce or late delivery.
            Log.LateDeliveriesNotReviewed(logger, exception, late.Count);
            return [];
        }
    }

    private async Task UpdateSafelyAsync(EmailAddress recipient, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateAsync(recipient, cancellationToken);
        }
        catch (Exception exception)
        {
            // Boundary of one recipient: the outcome stays recorded, and the recipient's next soft bounce is checked again.
            Log.StreakReviewFailed(logger, exception, recipient.Hash);
        }
    }

    /// <summary>
    /// Repeats until entry and ledger agree, and reads once more after its own write: a delivery recorded between reading and writing is seen
    /// by that last read, and one recorded later finds the entry.
    /// </summary>
    private async Task UpdateAsync(EmailAddress recipient, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await suppressions.FindAsync([recipient], cancellationToken);
            var entry = found.Count > 0 ? found[0] : SuppressionEntry.Empty(recipient);
            var cause = SoftBounceStreak.Of(await outcomes.OfRecipientAsync(recipient.Hash, cancellationToken), limit);
            var next = cause is { } streak
                ? entry.Without(SuppressionReason.SoftBounceLimit).With(SuppressionReason.SoftBounceLimit, streak)
                : entry.Without(SuppressionReason.SoftBounceLimit);
            if (next.SaysTheSameAs(entry))
            {
                return;
            }

            await suppressions.TryReplaceAsync(next, cancellationToken);
        }
    }
}
