using System.Runtime.CompilerServices;
using Feedback.Notifications;
using Feedback.Suppression;
using Difference = Feedback.Operating.SyncFinding.Difference;

namespace Feedback.Operating;

/// <summary>
/// Compares our list with SES's suppression list of the account, and mends what differs. What is mended differs no longer, so after an
/// interruption the same run again goes on. Holds a page of each list at a time, and 16 bytes for each address of SES's.
/// </summary>
internal sealed class SuppressionSync(
    ISesSuppressionList ses, ISuppressionStore store, ISuppressionTable table, SuppressionImport import, SyncMending mending, TimeProvider time)
{
    /// <summary>How often reading our list is reported.</summary>
    private const int Step = 1_000;

    /// <param name="directions">What is changed.</param>
    /// <param name="by">The operator, for the history.</param>
    /// <param name="counts">
    /// Whether to count what has to be put on SES's list before the first is. It takes another read of our list, and about a second is needed
    /// for each address afterwards.
    /// </param>
    /// <param name="cancellationToken">Ends the run; what is mended stays.</param>
    internal async IAsyncEnumerable<SyncFinding> RunAsync(
        SyncDirections directions, string by, bool counts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = new AddressSet();
        var compared = 0L;
        await foreach (var page in ses.PagesAsync(cancellationToken))
        {
            await foreach (var finding in ComparePageAsync(page, listed, directions, by, cancellationToken))
            {
                yield return finding;
            }

            yield return new SyncFinding.Progress(SyncStep.ComparingSes, compared += page.Count);
        }

        var missing = 0L;
        if (counts && directions.HasFlag(SyncDirections.ToSes))
        {
            await foreach (var progress in CountAsync(listed, cancellationToken))
            {
                missing = progress.Of;
                yield return progress;
            }
        }

        await foreach (var finding in CompareOursAsync(listed, missing, directions, by, cancellationToken))
        {
            yield return finding;
        }
    }

    private async IAsyncEnumerable<SyncFinding.Progress> CountAsync(AddressSet listed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (read, missing, now) = (0L, 0L, time.GetUtcNow());
        await foreach (var stored in table.AllAsync(cancellationToken))
        {
            missing += stored.Entry is { } entry && !listed.Contains(entry.Address) && ListComparison.Wanted(entry, now) is not null ? 1 : 0;
            if (++read % Step == 0)
            {
                yield return new SyncFinding.Progress(SyncStep.Counting, read, missing);
            }
        }

        yield return new SyncFinding.Progress(SyncStep.Counting, read, missing);
    }

    /// <param name="listed">The addresses of SES's list.</param>
    /// <param name="missing">How many have to be put there, if that was counted; otherwise 0.</param>
    /// <param name="directions">What is changed.</param>
    /// <param name="by">The operator.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private async IAsyncEnumerable<SyncFinding> CompareOursAsync(
        AddressSet listed, long missing, SyncDirections directions, string by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (read, put) = (0L, 0L);
        yield return Progress();
        await foreach (var stored in table.AllAsync(cancellationToken))
        {
            read++;
            if (stored.Entry is not { } entry)
            {
                yield return new SyncFinding.Unreadable(stored.Problem!);
            }
            else if (!listed.Contains(entry.Address)
                && await OfUnlistedAsync(entry, directions, by, cancellationToken) is { } finding)
            {
                yield return finding;
                put += finding is Difference ? 1 : 0;
                yield return Progress();
            }
            else if (read % Step == 0)
            {
                yield return Progress();
            }
        }

        SyncFinding.Progress Progress() => missing > 0
            ? new SyncFinding.Progress(SyncStep.Putting, put, Math.Max(put, missing))
            : new SyncFinding.Progress(SyncStep.ComparingOurs, read);
    }

    private async IAsyncEnumerable<SyncFinding> ComparePageAsync(
        IReadOnlyList<SesListedAddress> page,
        AddressSet listed,
        SyncDirections directions,
        string by,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var addresses = new List<(EmailAddress Address, SesListedAddress Listed)>(page.Count);
        foreach (var one in page)
        {
            if (EmailAddress.TryParse(one.Spelling, out var address, out var problem))
            {
                listed.Add(address);
                addresses.Add((address, one));
            }
            else
            {
                yield return new SyncFinding.Unreadable($"'{one.Spelling}' of SES's list {problem}.");
            }
        }

        var entries = await FindAsync([.. addresses.Select(one => one.Address).Distinct()], cancellationToken);
        var now = time.GetUtcNow();
        var differences = addresses
            .Where(one => entries.ContainsKey(one.Address))
            .Select(one => (one.Address, one.Listed, Found: Difference.Of(entries[one.Address], one.Listed, now)))
            .Where(one => one.Found.Kind != ListDifference.None)
            .ToList();
        await import.RunAsync(
            differences.Where(one => IsForUs(one.Found.Kind)).Select(one => (one.Address, Import(one.Listed, one.Address.Spelling))), cancellationToken);
        foreach (var (address, one, found) in differences)
        {
            yield return IsForUs(found.Kind) ? found with { Mended = true }
                : IsForSes(found.Kind) ? await mending.OfListedAsync(address, one, found, by, cancellationToken)
                : found;
        }

        bool IsForUs(ListDifference kind) => directions.HasFlag(SyncDirections.FromSes)
            && (kind == ListDifference.OnlyInSes || (kind == ListDifference.OtherReason && !IsForSes(kind)));

        bool IsForSes(ListDifference kind) => directions.HasFlag(SyncDirections.ToSes) && kind != ListDifference.OnlyInSes;

        Func<SuppressionEntry, SuppressionEntry> Import(SesListedAddress one, string? spelling)
        {
            var order = new OperatorCause(one.UpdatedAt, by, $"SES: {one.Reason.ToString().ToUpperInvariant()}", until: null);
            return entry => ListComparison.OfListed(entry, one, now) is ListDifference.OnlyInSes or ListDifference.OtherReason
                ? entry.WithReported(spelling).Imported(SuppressionScope.Everywhere, order)
                : entry;
        }
    }

    private async Task<SyncFinding?> OfUnlistedAsync(SuppressionEntry entry, SyncDirections directions, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (difference, why) = ListComparison.OfUnlisted(entry, now);
        if (difference == ListDifference.None)
        {
            return why == NotForSes.None ? null : new SyncFinding.KeptHere(why);
        }

        var found = new Difference(difference, entry.Address.Value, ListComparison.ReasonOf(entry, now), InSes: null);
        return directions.HasFlag(SyncDirections.ToSes) ? await mending.OfUnlistedAsync(entry.Address, found, by, cancellationToken) : found;
    }

    /// <summary>
    /// Returns an element for each address, null if it has no entry. One whose entry can't be read is left out: reading the table reports it.
    /// </summary>
    private async Task<Dictionary<EmailAddress, SuppressionEntry?>> FindAsync(
        IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        try
        {
            var entries = (await store.FindAsync(addresses, cancellationToken)).ToDictionary(entry => entry.Address);
            return addresses.ToDictionary(address => address, entries.GetValueOrDefault);
        }
        catch (InvalidDataException) when (addresses.Count == 1)
        {
            return [];
        }
        catch (InvalidDataException)
        {
            var found = new Dictionary<EmailAddress, SuppressionEntry?>();
            foreach (var half in addresses.Chunk((addresses.Count + 1) / 2))
            {
                foreach (var (address, entry) in await FindAsync(half, cancellationToken))
                {
                    found[address] = entry;
                }
            }

            return found;
        }
    }
}
