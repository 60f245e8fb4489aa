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
    /// <param name="directions">What is changed.</param>
    /// <param name="by">The operator, for the history.</param>
    /// <param name="cancellationToken">Ends the run; what is mended stays.</param>
    internal async IAsyncEnumerable<SyncFinding> RunAsync(
        SyncDirections directions, string by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = new AddressSet();
        await foreach (var page in ses.PagesAsync(cancellationToken))
        {
            await foreach (var finding in ComparePageAsync(page, listed, directions, by, cancellationToken))
            {
                yield return finding;
            }
        }

        await foreach (var stored in table.AllAsync(cancellationToken))
        {
            if (stored.Entry is not { } entry)
            {
                yield return new SyncFinding.Unreadable(stored.Problem!);
            }
            else if (!listed.Contains(entry.Address)
                && await OfUnlistedAsync(entry, directions, by, cancellationToken) is { } finding)
            {
                yield return finding;
            }
        }
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
