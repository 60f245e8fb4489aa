using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>Reads and writes the suppression table outside the recording transaction.</summary>
internal interface ISuppressionStore
{
    /// <summary>
    /// Returns the existing entries of <paramref name="addresses"/>, read consistently. An entry that was removed is returned without
    /// causes for as long as the table has it.
    /// </summary>
    Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the entry as its next version; one that says nothing any more is left to expire. Returns false, and writes nothing, if the stored entry
    /// has another version.
    /// </summary>
    Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken);
}
