using Feedback.Notifications;
using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Mirroring;

/// <summary>
/// Lets SES's suppression list of the account follow ours, change by change in the order of the stream. What ours doesn't know, or knows from
/// SES's lists only, is left alone there.
/// </summary>
internal sealed class SuppressionMirror(ISesSuppressionList ses, ISuppressionStore store, TimeProvider time, ILogger<SuppressionMirror> logger)
{
    /// <summary>Returns the position of the first change that SES's list doesn't follow yet; null if it follows all.</summary>
    internal async Task<string?> MirrorAsync(IEnumerable<EntryChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            var step = MirrorRule.Of(change);
            if (step != MirrorStep.None && !await TryFollowAsync(change, step, cancellationToken))
            {
                return change.Position;
            }
        }

        return null;
    }

    private async Task<bool> TryFollowAsync(EntryChange change, MirrorStep step, CancellationToken cancellationToken)
    {
        var address = (change.After ?? change.Before!).Address;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await FollowAsync(change, address, step, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.MirrorOutOfTime(logger);
            return false;
        }
        catch (InvalidDataException unreadable)
        {
            // It would fail again each time, and keep all changes behind it from being mirrored.
            Log.MirrorUnreadable(logger, unreadable, address.Hash);
            return true;
        }
        catch (Exception exception)
        {
            // The boundary of one change: what came before it is mirrored, and the stream begins here again.
            Log.MirrorFailed(logger, exception, address.Hash);
            return false;
        }
    }

    private async Task FollowAsync(EntryChange change, EmailAddress address, MirrorStep step, CancellationToken cancellationToken)
    {
        var entry = (await store.FindAsync([address], cancellationToken)).SingleOrDefault();
        if (!MirrorRule.Holds(step, entry, time.GetUtcNow()))
        {
            return;
        }

        // SES finds an address by its exact spelling only.
        var spellings = new[] { address.Value, change.Before?.Reported, change.After?.Reported }.OfType<string>().Distinct(StringComparer.Ordinal);
        await (step == MirrorStep.List ? ListAsync(entry!, spellings, cancellationToken) : UnlistAsync(address, spellings, cancellationToken));
    }

    /// <summary>SES lists most bounces and complaints by itself. What it has for a reason that fits stays as it is.</summary>
    private async Task ListAsync(SuppressionEntry entry, IEnumerable<string> spellings, CancellationToken cancellationToken)
    {
        foreach (var spelling in spellings)
        {
            if (await ses.FindAsync(spelling, cancellationToken) is { } listed
                && ListComparison.OfListed(entry, listed, time.GetUtcNow()) == ListDifference.None)
            {
                return;
            }
        }

        var reason = ListComparison.ReasonOf(entry, time.GetUtcNow());
        if (await ses.TryPutAsync(entry.Address, reason, cancellationToken) is null)
        {
            Log.MirroredOn(logger, entry.Address.Hash, reason.ToString());
        }
        else
        {
            // SES's answer may name the address, so it isn't logged.
            Log.MirrorRefused(logger, entry.Address.Hash);
        }
    }

    private async Task UnlistAsync(EmailAddress address, IEnumerable<string> spellings, CancellationToken cancellationToken)
    {
        var hadIt = false;
        foreach (var spelling in spellings)
        {
            hadIt |= await ses.DeleteAsync(spelling, cancellationToken);
        }

        if (hadIt)
        {
            Log.MirroredOff(logger, address.Hash);
        }
    }
}
