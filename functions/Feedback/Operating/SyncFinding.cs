using Feedback.Suppression;

namespace Feedback.Operating;

/// <summary>What a synchronisation found about one address.</summary>
internal abstract record SyncFinding
{
    private SyncFinding()
    {
    }

    /// <summary>The lists differ.</summary>
    /// <param name="Kind">How.</param>
    /// <param name="Address">In the spelling of SES's list, if it is there.</param>
    /// <param name="Here">The reason with which ours would be on SES's list; null if ours doesn't suppress it for all mail.</param>
    /// <param name="InSes">SES's reason; null if SES's list doesn't have it.</param>
    internal sealed record Difference(ListDifference Kind, string Address, SesListReason? Here, SesListReason? InSes) : SyncFinding
    {
        /// <summary>Whether the difference is gone.</summary>
        public bool Mended { get; init; }

        /// <summary>Why SES refused the address; null if it didn't.</summary>
        public string? Problem { get; init; }

        /// <summary>Compares our entry, null if there is none, with an address on SES's list.</summary>
        internal static Difference Of(SuppressionEntry? entry, SesListedAddress listed, DateTimeOffset now)
        {
            var kind = ListComparison.OfListed(entry, listed, now);
            return new Difference(
                kind, listed.Spelling, kind == ListDifference.OtherReason ? ListComparison.ReasonOf(entry!, now) : null, listed.Reason);
        }
    }

    /// <summary>Our list knows it, and it stays away from SES's.</summary>
    internal sealed record KeptHere(NotForSes Why) : SyncFinding;

    /// <summary>How far the run is; nothing was found.</summary>
    /// <param name="Step">What it is doing.</param>
    /// <param name="Done">How many addresses or entries of this step are done.</param>
    /// <param name="Of">How many addresses have to be put on SES's list, as far as they are counted; 0 where they aren't.</param>
    internal sealed record Progress(SyncStep Step, long Done, long Of = 0) : SyncFinding;

    /// <summary>One of the lists has something that is no address, or no entry.</summary>
    internal sealed record Unreadable(string Problem) : SyncFinding;
}
