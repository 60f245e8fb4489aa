using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>Reads and writes the suppression table outside the recording transaction.</summary>
internal interface ISuppressionStore
{
    /// <summary>
    /// Returns the existing entries of <paramref name="addresses"/>, read consistently. An entry that was removed less than a day ago is
    /// returned without reasons.
    /// </summary>
    Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the entry as its next version, or removes it if it has no reasons left. Returns false, and writes nothing, if the stored entry
    /// has another version.
    /// </summary>
    Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken);
}
