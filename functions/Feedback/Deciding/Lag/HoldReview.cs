using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>What a look at the events of a hold showed.</summary>
internal abstract record HoldReview
{
    /// <summary>The entity is critical, whatever is still missing.</summary>
    /// <param name="Assessment">The assessment that justifies the pause.</param>
    internal sealed record Confirmed(Assessment Assessment) : HoldReview;

    /// <summary>The figures can't be relied on yet.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="Spread">The figures behind <see cref="HoldReason.FewRecipients"/>; null for other reasons.</param>
    internal sealed record Doubtful(HoldReason Reason, RecipientSpread? Spread = null) : HoldReview;
}
