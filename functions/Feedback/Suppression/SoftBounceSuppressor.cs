using Feedback.Notifications;
using Feedback.Outcomes;
using Microsoft.Extensions.Logging;

namespace Feedback.Suppression;

/// <summary>
/// Keeps the soft-bounce suppressions in step with the ledger. It runs after the evidence is recorded: for every soft bounce that counts
/// towards the limit, and for those deliveries that are late enough to fall between soft bounces already judged.
/// </summary>
internal sealed class SoftBounceSuppressor(
    IOutcomeReader outcomes,
    ISuppressionStore suppressions,
    TimeProvider time,
    ILogger<SoftBounceSuppressor> logger,
    int limit)
{
    /// <summary>
    /// A delivery that is recorded within this time is not looked up among the suppressed: the soft bounces it would have to fall between
    /// would have been sent, bounced and judged in that time. SES and the queues take seconds when nothing lags.
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
            // As below: a look that failed leaves the entries as they are.
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
            // The boundary of one recipient: what is recorded stays recorded, and the next soft bounce reviews again.
            Log.StreakReviewFailed(logger, exception, recipient.Hash);
        }
    }

    /// <summary>
    /// Looks until entry and ledger agree, also after its own write: a delivery recorded between the look and the write is seen by the
    /// next look, one recorded later sees the entry.
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
