using Feedback.Cli.Output;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary>Says what became of an address on SES's lists.</summary>
internal static class OtherLists
{
    /// <summary>SES has a list for each tenant, and no question that asks all of them.</summary>
    public const string Tenants = "Lists of tenants in SES can't be seen from here.";

    public static string Name(RemovedAddress removed) => removed.InSes switch { true => "Deleted", false => "NotThere", null => "LeftAlone" };

    public static IEnumerable<string> Notes(RemovedAddress removed)
    {
        yield return removed.InSes switch
        {
            true => "Deleted from SES's list of the account.",
            false => "SES's list of the account doesn't have it in this spelling.",
            null => "SES's list of the account was left alone, and may hold it.",
        };
        if (removed is { OnAnAccountsList: true, InSes: false })
        {
            yield return "An account's list in SES held it: look in other accounts and Regions.";
        }

        if (removed.OnATenantsList)
        {
            yield return "The list of a tenant in SES held it, and still may.";
        }

        if (removed.GlobalListUntil is { } until)
        {
            yield return $"SES's global list may hold it until {Figures.Time(until)}.";
        }
    }
}
