using Feedback.Suppression;

namespace Feedback.Mirroring;

/// <summary>
/// Decides what a change of an entry means for SES's list. What belongs there is what <c>feedback suppression sync --to-ses</c> puts there: an
/// address that a reason of our own suppresses for all mail and for good, and that no operator allows.
/// </summary>
internal static class MirrorRule
{
    /// <summary>
    /// Compares the entry before and after the change. An allowance ends without a change of the table, so an address that was allowed until a
    /// time comes back to SES's list with the next change of its entry.
    /// </summary>
    internal static MirrorStep Of(EntryChange change)
    {
        var (before, after) = (ListComparison.Wanted(change.Before, change.At), ListComparison.Wanted(change.After, change.At));
        if (after is null)
        {
            return before is null ? MirrorStep.None : MirrorStep.Unlist;
        }

        return before == after && change.Before?.Allowance is null ? MirrorStep.None : MirrorStep.List;
    }

    /// <summary>
    /// Whether the step still agrees with the entry as it is now. If it doesn't, a later change in the stream brings the step that does; so
    /// what was allowed meanwhile never gets on SES's list, however late the stream is read.
    /// </summary>
    internal static bool Holds(MirrorStep step, SuppressionEntry? entry, DateTimeOffset now) =>
        ListComparison.Wanted(entry, now) is not null == (step == MirrorStep.List);
}
