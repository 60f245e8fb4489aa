using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>
/// SES's suppression list of the account, which it keeps for each Region. Lists of tenants and SES's global list are others. Every call waits for
/// its turn, since SES takes about one of each operation a second.
/// </summary>
internal interface ISesSuppressionList
{
    /// <summary>Returns the list page by page, at most 1,000 addresses each.</summary>
    /// <exception cref="SesListException">SES rejected the call, or failed.</exception>
    IAsyncEnumerable<IReadOnlyList<SesListedAddress>> PagesAsync(CancellationToken cancellationToken);

    /// <summary>Returns what the list has in this spelling; null if nothing.</summary>
    /// <exception cref="SesListException">SES rejected the call, or failed.</exception>
    Task<SesListedAddress?> FindAsync(string spelling, CancellationToken cancellationToken);

    /// <summary>Puts the address, in its canonical form, on the list, or changes its reason.</summary>
    /// <returns>Why SES refuses this address; null if it took it.</returns>
    /// <exception cref="SesListException">SES rejected the call for another reason, or failed.</exception>
    Task<string?> TryPutAsync(EmailAddress address, SesListReason reason, CancellationToken cancellationToken);

    /// <summary>Takes a spelling off the list.</summary>
    /// <returns>False if the list didn't have it, or can't have it because SES takes the spelling for no address.</returns>
    /// <exception cref="SesListException">SES rejected the call for another reason, or failed.</exception>
    Task<bool> DeleteAsync(string spelling, CancellationToken cancellationToken);
}
