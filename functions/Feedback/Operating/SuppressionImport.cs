using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Operating;

/// <summary>
/// Writes the lines of a list into the suppression table. Each line only ever adds, and in any order to the same entry; so the same file
/// again, after an interruption too, ends with the same table. Holds a few hundred lines at a time.
/// </summary>
internal sealed class SuppressionImport(ISuppressionStore store, ISuppressionTable table, ISoftSuppressionLog log, SuppressionTally tally, TimeProvider time)
{
    /// <summary>DynamoDB's limit on the keys of a read and on the actions of a transaction.</summary>
    private const int Addresses = 100;

    private const int Parallelism = 4;

    /// <summary>How often other writers may be faster, before the import fails.</summary>
    private const int MostAttempts = 50;

    /// <summary>Imports the lines. They are read one by one, while others are written.</summary>
    /// <param name="lines">An address with what the line adds to its entry.</param>
    /// <param name="cancellationToken">Ends the import; what is written stays, and the same import goes on from there.</param>
    /// <returns>How many entries were written, and how many said the same already.</returns>
    internal async Task<(long Written, long Unchanged)> RunAsync(
        IEnumerable<(EmailAddress Address, Func<SuppressionEntry, SuppressionEntry> Add)> lines, CancellationToken cancellationToken)
    {
        long written = 0, unchanged = 0;
        await Parallel.ForEachAsync(
            Batches(lines),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (batch, token) =>
            {
                var changed = await WriteAsync(batch, token);
                Interlocked.Add(ref written, changed);
                Interlocked.Add(ref unchanged, batch.Count - changed);
            });
        return (written, unchanged);
    }

    /// <summary>Of lines with the same address in one batch, the later ones add to what the earlier ones make of the entry.</summary>
    private static IEnumerable<Dictionary<EmailAddress, Func<SuppressionEntry, SuppressionEntry>>> Batches(
        IEnumerable<(EmailAddress Address, Func<SuppressionEntry, SuppressionEntry> Add)> lines)
    {
        var adds = new Dictionary<EmailAddress, Func<SuppressionEntry, SuppressionEntry>>(Addresses);
        foreach (var (address, add) in lines)
        {
            adds[address] = adds.TryGetValue(address, out var earlier) ? entry => add(earlier(entry)) : add;
            if (adds.Count == Addresses)
            {
                yield return adds;
                adds = new Dictionary<EmailAddress, Func<SuppressionEntry, SuppressionEntry>>(Addresses);
            }
        }

        if (adds.Count > 0)
        {
            yield return adds;
        }
    }

    private async Task<int> WriteAsync(Dictionary<EmailAddress, Func<SuppressionEntry, SuppressionEntry>> adds, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (attempt > 0)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }

            var found = (await store.FindAsync(adds.Keys, cancellationToken)).ToDictionary(entry => entry.Address);
            var next = adds
                .Select(add => (Before: found.GetValueOrDefault(add.Key) ?? SuppressionEntry.Empty(add.Key), Add: add.Value))
                .Select(entry => (entry.Before, After: entry.Add(entry.Before)))
                .Where(entry => !entry.After.SaysTheSameAs(entry.Before))
                .Select(entry => entry.After)
                .ToList();
            await log.AddAsync(next, cancellationToken);
            if (next.Count == 0 || await table.TryChangeAsync(next, [], cancellationToken))
            {
                await tally.AddAsync(SuppressionTally.Imported, next.Count, cancellationToken);
                return next.Count;
            }
        }

        throw new TimeoutException("Other writers kept changing the entries. Run the same import again: it goes on where it was.");
    }
}
