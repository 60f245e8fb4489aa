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
    SuppressionTerms terms,
    TimeProvider time,
    ILogger<SoftBounceSuppressor> logger,
    int limit)
{
    /// <summary>
    /// A delivery recorded within this time needs no look at the suppression table: it could only end a suppression whose later soft bounces
    /// were sent, bounced and recorded within the same time. Without a backlog, SES and the queues take seconds.
    /// </summary>
    internal static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(1);

    /// <summary>The least time for which the ledger holds an outcome, whatever the deployment's retention is.</summary>
    internal static readonly TimeSpan LedgerRemembers = TimeSpan.FromDays(28);

    /// <summary>How often ledger and entry may disagree before the recipient is left to its next soft bounce.</summary>
    internal const int MostAttempts = 20;

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
            return entries.Where(entry => entry.SoftBounces is not null).Select(entry => entry.Address);
        }
        catch (InvalidDataException) when (late.Count > 1)
        {
            // One broken entry: the halves without it are found.
            var halves = late.Chunk((late.Count + 1) / 2).ToList();
            return [.. await SuppressedSoftlyAsync(halves[0], cancellationToken), .. await SuppressedSoftlyAsync(halves[1], cancellationToken)];
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
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var found = await suppressions.FindAsync([recipient], cancellationToken);
            var entry = found.Count > 0 ? found[0] : SuppressionEntry.Empty(recipient);
            var next = entry.WithSoftBounces(await CauseAsync(recipient, entry, cancellationToken));
            if (next.SaysTheSameAs(entry))
            {
                return;
            }

            if (!await suppressions.TryReplaceAsync(next, cancellationToken))
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }
        }

        throw new TimeoutException("Ledger and suppression entry still disagree after the last attempt.");
    }

    /// <summary>
    /// Returns what the ledger says of the present run. Where the ledger may have forgotten a part of it, the entry remembers: a suppression
    /// can outlast the outcomes that caused it, and only a delivery ends it early.
    /// </summary>
    private async Task<EventCause?> CauseAsync(EmailAddress recipient, SuppressionEntry entry, CancellationToken cancellationToken)
    {
        var streak = new SoftBounceStreak(limit, entry.ClearedEverywhere);
        await foreach (var outcome in outcomes.OfRecipientAsync(recipient.Hash, cancellationToken))
        {
            streak.Add(outcome);
        }

        var remembered = entry.SoftBounces is { } known && IsOlderThanTheLedger(known.FirstAt) && streak.IsAfterDelivery(known.FirstAt) ? known : null;
        if (streak.Cause is not { } last)
        {
            return remembered;
        }

        var (first, count) = (remembered?.FirstAt ?? last.OccurredAt, 0L);
        await foreach (var outcome in outcomes.OfRecipientAsync(recipient.Hash, cancellationToken))
        {
            if (streak.Holds(outcome) && outcome.SoftBouncedAt is { } bounced)
            {
                first = bounced < first ? bounced : first;
                count++;
            }
        }

        return new EventCause(
            first, Math.Max(count, remembered?.Count ?? 0), last, terms.Ends(SuppressionReason.SoftBounceLimit, first, last.OccurredAt));
    }

    private bool IsOlderThanTheLedger(DateTimeOffset at) => at < time.GetUtcNow() - LedgerRemembers;
}
