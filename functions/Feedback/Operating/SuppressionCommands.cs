using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Operating;

/// <summary>An operator's changes of the suppression list, each with its history in one transaction.</summary>
internal sealed class SuppressionCommands(ISuppressionStore store, ISuppressionTable table, SuppressionTally tally, TimeProvider time)
{
    /// <summary>How often another writer may be faster, before the command gives up.</summary>
    private const int MostAttempts = 20;

    internal Task AddAsync(
        EmailAddress address, SuppressionScope scope, string reason, DateTimeOffset? until, string by, CancellationToken cancellationToken) =>
        ChangeAsync(
            address,
            (entry, now) => entry.Added(scope, new OperatorCause(now, by, reason, until)),
            now => Change(address, now, "Added", by, $"{Scope(scope)}: {reason}"),
            cancellationToken);

    internal Task AllowAsync(EmailAddress address, string reason, DateTimeOffset? until, string by, CancellationToken cancellationToken) =>
        ChangeAsync(
            address,
            (entry, now) => entry.Allowed(new Allowance(now, by, reason, until)),
            now => Change(address, now, "Allowed", by, reason),
            cancellationToken);

    /// <summary>Removes the address from a scope; from all of them, with an allowance, if <paramref name="scope"/> is null.</summary>
    /// <returns>False if the list says nothing about the address there; then nothing is written.</returns>
    internal Task<bool> RemoveAsync(EmailAddress address, SuppressionScope? scope, string reason, string by, CancellationToken cancellationToken) =>
        ChangeAsync(
            address,
            (entry, now) => entry.Causes.Keys.Any(key => scope is null || key.Scope == scope) || (scope is null && entry.Allowance is not null)
                ? entry.Removed(scope, now)
                : entry,
            now => Change(address, now, "Removed", by, $"{(scope is { } one ? Scope(one) : "from all scopes")}: {reason}"),
            cancellationToken);

    internal async Task<(bool Entry, int Outcomes)> EraseAsync(EmailAddress address, string reason, string by, CancellationToken cancellationToken)
    {
        var change = Change(address, time.GetUtcNow(), "Erased", by, reason);
        var erased = await table.EraseAsync(address, change, cancellationToken);
        await tally.AddAsync(change.What, 1, cancellationToken);
        return erased;
    }

    /// <summary>Adds to the history what was done to SES's list about an address.</summary>
    internal async Task NoteAsync(EmailAddress address, string what, string by, string text, CancellationToken cancellationToken)
    {
        var change = Change(address, time.GetUtcNow(), what, by, text);
        for (var attempt = 1; !await table.TryChangeAsync([], [change], cancellationToken); attempt++)
        {
            await Backoff.WaitAsync(attempt, time, cancellationToken);
        }
    }

    private async Task<bool> ChangeAsync(
        EmailAddress address,
        Func<SuppressionEntry, DateTimeOffset, SuppressionEntry> change,
        Func<DateTimeOffset, SuppressionChange> history,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (attempt > 0)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }

            var found = await store.FindAsync([address], cancellationToken);
            var entry = found.Count > 0 ? found[0] : SuppressionEntry.Empty(address);
            var now = time.GetUtcNow();
            var next = change(entry, now);
            if (next.SaysTheSameAs(entry))
            {
                return false;
            }

            var done = history(now);
            if (await table.TryChangeAsync([next], [done], cancellationToken))
            {
                await tally.AddAsync(done.What, 1, cancellationToken);
                return true;
            }
        }

        throw new TimeoutException("Other writers kept changing the entry. Run the same command again.");
    }

    private static SuppressionChange Change(EmailAddress address, DateTimeOffset now, string what, string by, string text) =>
        new(address.Hash, now, what, by, text);

    private static string Scope(SuppressionScope scope) => scope.ConfigurationSet is { } set ? $"for {set}" : "for all mail";
}
