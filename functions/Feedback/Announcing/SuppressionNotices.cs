using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Announcing;

/// <summary>Derives from a change of an entry what other systems have to know: in which scopes the address is suppressed or released.</summary>
internal static class SuppressionNotices
{
    /// <summary>Returns a notice for each scope whose standing the change has altered, all mail first.</summary>
    internal static IEnumerable<SuppressionNotice> Of(EntryChange change) => (change.After ?? change.Before) is { } entry
        ? Scopes(change).Select(scope => Of(change, entry.Address, scope)).OfType<SuppressionNotice>()
        : [];

    private static IEnumerable<SuppressionScope> Scopes(EntryChange change) =>
        new[] { change.Before, change.After }
            .SelectMany(entry => entry?.Causes.Keys ?? [])
            .Select(key => key.Scope)
            .Distinct()
            .Order(SuppressionScope.Order);

    private static SuppressionNotice? Of(EntryChange change, EmailAddress recipient, SuppressionScope scope)
    {
        var (before, after) = (Standing.Of(change.Before, scope, change.At), Standing.Of(change.After, scope, change.At));
        if (before == after)
        {
            return null;
        }

        if (after.Kind == StandingKind.Suppressed)
        {
            return new SuppressionNotice(true, change.Id, recipient, scope, $"{after.Reason}", change.At, after.Until);
        }

        return IsRelease(before, after)
            ? new SuppressionNotice(
                false, change.Id, recipient, scope, $"{Why(change, scope, before, after)}", ReleasedAt(change, before, after), ReleasedUntil(after))
            : null;
    }

    /// <summary>
    /// An address that was free stays free. But if it is allowed until a time only, it will be suppressed from then on, when nothing is
    /// written that could be announced; so that is announced now.
    /// </summary>
    private static bool IsRelease(Standing before, Standing after) =>
        before.Kind != StandingKind.Free || after is { Kind: StandingKind.Allowed, Until: not null };

    private static ReleaseReason Why(EntryChange change, SuppressionScope scope, Standing before, Standing after)
    {
        if (after.Kind == StandingKind.Allowed)
        {
            return ReleaseReason.Allowed;
        }

        if (before.Kind == StandingKind.Ended || after.Kind == StandingKind.Ended)
        {
            return ReleaseReason.Ended;
        }

        return change.After is null || ClearedAt(change.After, scope) != ClearedAt(change.Before, scope) ? ReleaseReason.Removed : ReleaseReason.Delivered;
    }

    /// <summary>What has ended was released at its end, although it is deleted much later.</summary>
    private static DateTimeOffset ReleasedAt(EntryChange change, Standing before, Standing after) =>
        before is { Kind: StandingKind.Ended, Until: { } end } && after.Kind == StandingKind.Free ? end : change.At;

    private static DateTimeOffset? ReleasedUntil(Standing after) => after.Kind == StandingKind.Allowed ? after.Until : null;

    private static DateTimeOffset? ClearedAt(SuppressionEntry? entry, SuppressionScope scope) =>
        entry is not null && entry.Cleared.TryGetValue(scope, out var at) ? at : null;
}
