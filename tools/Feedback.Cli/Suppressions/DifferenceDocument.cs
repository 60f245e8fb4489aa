using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary>One difference between our list and SES's as JSON.</summary>
/// <param name="Kind"><c>OnlyHere</c>, <c>OnlyInSes</c>, <c>OtherReason</c>, <c>AllowedHere</c> or <c>RemovedHere</c>.</param>
/// <param name="Address">In the spelling of SES's list, if it is there.</param>
/// <param name="Here">The reason with which ours would be on SES's list; null if ours doesn't suppress it for all mail.</param>
/// <param name="InSes">SES's reason; null if SES's list doesn't have it.</param>
/// <param name="Mended">Whether the difference is gone.</param>
/// <param name="Problem">Why SES refused the address; null if it didn't.</param>
internal sealed record DifferenceDocument(string Kind, string Address, string? Here, string? InSes, bool Mended, string? Problem)
{
    public static DifferenceDocument Of(SyncFinding.Difference difference) => new(
        difference.Kind.ToString(),
        difference.Address,
        difference.Here?.ToString(),
        difference.InSes?.ToString(),
        difference.Mended,
        difference.Problem);
}
