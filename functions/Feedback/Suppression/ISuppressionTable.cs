using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>What operators need of the suppression table, beside <see cref="ISuppressionStore"/>.</summary>
internal interface ISuppressionTable
{
    /// <summary>
    /// Writes the entries as their next versions, with the history, all or nothing. Returns false, and writes nothing, if one of them has been
    /// changed since it was read, or another writer is at work.
    /// </summary>
    /// <param name="entries">At most 100 with the history, each address once.</param>
    /// <param name="history">What was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<bool> TryChangeAsync(
        IReadOnlyCollection<SuppressionEntry> entries, IReadOnlyCollection<SuppressionChange> history, CancellationToken cancellationToken);

    /// <summary>Returns all entries in no particular order, page by page. One that changes meanwhile is returned as it was or as it is.</summary>
    IAsyncEnumerable<StoredEntry> AllAsync(CancellationToken cancellationToken);

    /// <summary>Returns what operators did about an address, latest first.</summary>
    Task<IReadOnlyList<SuppressionChange>> HistoryAsync(string recipientHash, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the entry with the address, and takes the domain out of the ledger's outcomes. They stay for 29 days under the hash of the
    /// address, so that a repeated event isn't counted twice; no count changes.
    /// </summary>
    /// <returns>Whether there was an entry, and the number of outcomes.</returns>
    Task<(bool Entry, int Outcomes)> EraseAsync(EmailAddress address, SuppressionChange change, CancellationToken cancellationToken);
}
