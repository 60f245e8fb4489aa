using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Operating;

/// <summary>
/// Takes addresses off our list and off SES's list of the account. SES comes first: if it fails, neither list has changed, and if the table
/// fails after it, ours still suppresses and the same command again completes.
/// </summary>
internal sealed class SuppressionRemoval(ISesSuppressionList ses, ISuppressionStore store, SuppressionCommands commands, TimeProvider time)
{
    /// <summary>Removes the address from a scope, or from all with an allowance. What is removed for one set only says nothing about SES's list.</summary>
    /// <exception cref="SesListException">SES failed. Nothing was changed.</exception>
    internal async Task<RemovedAddress> RemoveAsync(
        EmailAddress address, SuppressionScope? scope, bool keepSes, string reason, string by, CancellationToken cancellationToken)
    {
        var before = await FindAsync(address, cancellationToken);
        var inSes = keepSes || scope is { ConfigurationSet: not null } ? (bool?)null : await DeleteAsync(address, before, reason, by, cancellationToken);
        return Result(before, await commands.RemoveAsync(address, scope, reason, by, cancellationToken), inSes);
    }

    /// <summary>Erases the person from our list, the ledger and SES's list.</summary>
    /// <exception cref="SesListException">SES failed. Nothing was changed.</exception>
    internal async Task<(RemovedAddress Removed, int Outcomes)> EraseAsync(
        EmailAddress address, bool keepSes, string reason, string by, CancellationToken cancellationToken)
    {
        var before = await FindAsync(address, cancellationToken);
        var inSes = keepSes ? (bool?)null : await DeleteAsync(address, before, reason, by, cancellationToken);
        var (entry, outcomes) = await commands.EraseAsync(address, reason, by, cancellationToken);
        return (Result(before, entry, inSes), outcomes);
    }

    /// <summary>SES finds an address by its exact spelling only: as typed, as it was reported, and as <c>feedback suppression sync</c> puts it there.</summary>
    private async Task<bool> DeleteAsync(EmailAddress address, SuppressionEntry? before, string reason, string by, CancellationToken cancellationToken)
    {
        var hadIt = false;
        foreach (var spelling in new[] { address.Value, address.Spelling, before?.Reported }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            hadIt |= await ses.DeleteAsync(spelling, cancellationToken);
        }

        if (hadIt)
        {
            await commands.NoteAsync(address, "DeletedFromSes", by, reason, cancellationToken);
        }

        return hadIt;
    }

    private RemovedAddress Result(SuppressionEntry? before, bool here, bool? inSes)
    {
        var now = time.GetUtcNow();
        return new RemovedAddress(
            here,
            inSes,
            OfMailbox(before, SuppressionReason.AccountSuppressionList) is not null,
            OfMailbox(before, SuppressionReason.TenantSuppressionList) is not null,
            OfMailbox(before, SuppressionReason.SesGlobalList)?.Until);

        SuppressionCause? OfMailbox(SuppressionEntry? entry, SuppressionReason reason) =>
            entry?.Causes.GetValueOrDefault(SuppressionKey.Of(reason, SuppressionScope.Everywhere)) is { } cause && cause.IsInForce(now) ? cause : null;
    }

    /// <summary>An entry that can't be read has no other spelling to tell, and must not keep the person from being erased.</summary>
    private async Task<SuppressionEntry?> FindAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.FindAsync([address], cancellationToken)).SingleOrDefault();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
