using Feedback.Cli.Output;
using Feedback.Operating;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>Describes differences between our list and SES's for people, in lines that fit a terminal of 80 columns.</summary>
internal static class SyncText
{
    public static IEnumerable<string> Of(SyncFinding.Difference difference)
    {
        var kind = difference.Kind switch
        {
            ListDifference.OnlyHere => "only here",
            ListDifference.OnlyInSes => "only in SES",
            ListDifference.OtherReason => "other reason",
            ListDifference.AllowedHere => "allowed here",
            _ => "removed here",
        };
        yield return $"{kind,-13}{difference.Address} ({Reasons(difference)}){(difference.Mended ? ": mended" : string.Empty)}";
        if (difference.Problem is { } problem)
        {
            yield return $"{"",-13}SES refused it: {problem}";
        }
    }

    public static IEnumerable<string> Of(SyncDocument summary, SyncDirections directions)
    {
        if (summary.Different == 0)
        {
            yield return "Our list and SES's list of the account agree.";
        }
        else if (summary.Different == summary.Mended)
        {
            yield return $"{Figures.Count(summary.Different, "address", "addresses")} differed. All are mended.";
        }
        else if (directions == SyncDirections.None)
        {
            yield return $"{Figures.Count(summary.Different, "address differs", "addresses differ")}. Nothing was changed. To mend it:";
            yield return "  feedback suppression sync --to-ses     SES's list follows ours";
            yield return "  feedback suppression sync --from-ses   ours gets what only SES's has";
        }
        else
        {
            yield return $"{Figures.Count(summary.Different, "address", "addresses")} differed. {Figures.Count(summary.Mended)} mended, "
                + $"{Figures.Count(summary.Refused)} refused by SES.";
        }

        foreach (var (why, addresses) in summary.NotForSes)
        {
            yield return $"Not for SES's list: {Figures.Count(addresses, "address", "addresses")} {Why(Enum.Parse<NotForSes>(why))}";
        }
    }

    private static string Reasons(SyncFinding.Difference difference) => (difference.Here, difference.InSes) switch
    {
        ({ } here, { } inSes) => $"{Lower(here)} here, {Lower(inSes)} in SES",
        ({ } here, null) => Lower(here),
        (null, { } inSes) => Lower(inSes),
        _ => "no reason",
    };

    private static string Lower(SesListReason reason) => reason == SesListReason.Complaint ? "complaint" : "bounce";

    private static string Why(NotForSes why) => why switch
    {
        NotForSes.Allowed => "that an operator allows",
        NotForSes.OneSet => "suppressed for single sets only",
        NotForSes.Ends => "whose suppression ends",
        _ => "known from SES's own lists only",
    };
}
