using Feedback.Notifications;
using Feedback.Outcomes;
using Microsoft.Extensions.Logging;

namespace Feedback.Suppression;

/// <summary>
/// Keeps soft-bounce suppressions in step with the ledger. Runs after observations are recorded, for each recipient with a soft bounce that
/// counts towards the limit, and for deliveries to addresses that may be suppressed for soft bounces.
/// </summary>
internal sealed class SoftBounceSuppressor(
    IOutcomeReader outcomes,
    ISuppressionStore suppressions,
    ISoftSuppressionLog log,
    SoftSuppressions softSuppressions,
    SuppressionTerms terms,
    SuppressionTally tally,
    TimeProvider time,
    ILogger<SoftBounceSuppressor> logger,
    int limit)
{
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
        var delivered = observations.Where(o => o.Evidence.HasFlag(Evidence.Delivered)).Select(o => o.Recipient).ToHashSet();
        soft.UnionWith(await SuppressedAsync(delivered, cancellationToken));
        foreach (var recipient in soft)
        {
            await UpdateSafelyAsync(recipient, cancellationToken);
        }
    }

    private async Task<IEnumerable<EmailAddress>> SuppressedAsync(IReadOnlyCollection<EmailAddress> delivered, CancellationToken cancellationToken)
    {
        try
        {
            return delivered.Count == 0 ? [] : await FindAsync(await softSuppressions.AmongAsync(delivered, cancellationToken), cancellationToken);
        }
        catch (Exception exception)
        {
            // Boundary of the deliveries: their suppressions stay until the next soft bounce or delivery.
            Log.DeliveriesNotReviewed(logger, exception, delivered.Count);
            return [];
        }
    }

    private async Task<IEnumerable<EmailAddress>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        try
        {
            var entries = addresses.Count == 0 ? [] : await suppressions.FindAsync(addresses, cancellationToken);
            return entries.Where(entry => entry.SoftBounces is not null).Select(entry => entry.Address);
        }
        catch (InvalidDataException) when (addresses.Count > 1)
        {
            // One broken entry: the halves without it are found.
            var halves = addresses.Chunk((addresses.Count + 1) / 2).ToList();
            return [.. await FindAsync(halves[0], cancellationToken), .. await FindAsync(halves[1], cancellationToken)];
        }
        catch (InvalidDataException exception)
        {
            Log.DeliveriesNotReviewed(logger, exception, addresses.Count);
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
    /// by that last read, and one recorded later finds the entry, which is in the log by then.
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

            await log.AddAsync([next], cancellationToken);
            if (!await suppressions.TryReplaceAsync(next, cancellationToken))
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }
            else if (entry.SoftBounces is null)
            {
                await tally.AddAsync(nameof(SuppressionReason.SoftBounceLimit), 1, cancellationToken);
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
