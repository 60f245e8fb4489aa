using Feedback.Notifications;
using Feedback.Suppression;
using Difference = Feedback.Operating.SyncFinding.Difference;

namespace Feedback.Operating;

/// <summary>
/// Changes SES's list of the account to what ours says, and notes each change in the history. SES takes about one change a second, so the entry
/// is read again before each: what an operator has decided meanwhile holds.
/// </summary>
internal sealed class SyncMending(ISesSuppressionList ses, ISuppressionStore store, SuppressionCommands commands, TimeProvider time)
{
    /// <summary>Mends the difference of an address that SES's list has.</summary>
    /// <returns>The difference as it is now, mended unless SES refused the address.</returns>
    internal async Task<Difference> OfListedAsync(
        EmailAddress address, SesListedAddress listed, Difference found, string by, CancellationToken cancellationToken)
    {
        var entry = await FindAsync(address, cancellationToken);
        var now = Difference.Of(entry, listed, time.GetUtcNow());
        switch (now.Kind)
        {
            case ListDifference.OtherReason:
                return await PutAsync(address, now, by, cancellationToken);
            case ListDifference.AllowedHere or ListDifference.RemovedHere:
                await ses.DeleteAsync(listed.Spelling, cancellationToken);
                await commands.NoteAsync(
                    address, "DeletedFromSes", by, now.Kind == ListDifference.AllowedHere ? "it is allowed here" : "it was removed here", cancellationToken);
                return now with { Mended = true };
            default:
                return found with { Mended = now.Kind == ListDifference.None };
        }
    }

    /// <summary>Mends the difference of an address that SES's list doesn't have.</summary>
    /// <inheritdoc cref="OfListedAsync"/>
    internal async Task<Difference> OfUnlistedAsync(EmailAddress address, Difference found, string by, CancellationToken cancellationToken)
    {
        return ListComparison.Wanted(await FindAsync(address, cancellationToken), time.GetUtcNow()) is { } reason
            ? await PutAsync(address, found with { Here = reason }, by, cancellationToken)
            : found with { Mended = true };
    }

    private async Task<Difference> PutAsync(EmailAddress address, Difference found, string by, CancellationToken cancellationToken)
    {
        if (await ses.TryPutAsync(address, found.Here!.Value, cancellationToken) is { } problem)
        {
            return found with { Problem = problem };
        }

        await commands.NoteAsync(address, "PutInSes", by, $"as {found.Here}", cancellationToken);
        return found with { Mended = true };
    }

    private async Task<SuppressionEntry?> FindAsync(EmailAddress address, CancellationToken cancellationToken) =>
        (await store.FindAsync([address], cancellationToken)).SingleOrDefault();
}
