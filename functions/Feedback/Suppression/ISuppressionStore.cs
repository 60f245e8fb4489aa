using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>The suppression table outside the recording transaction.</summary>
internal interface ISuppressionStore
{
    /// <summary>
    /// The entries that exist among <paramref name="addresses"/>, read consistently. One that was removed a short while ago may be there
    /// still, without a reason.
    /// </summary>
    Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the entry at its version + 1, or removes it if it has no reasons left. False, and nothing written, if the table's entry is
    /// no longer at its version.
    /// </summary>
    Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken);
}
