using Feedback.Cli.Suppressions;
using Feedback.Operating;

namespace Feedback.Tests.Cli;

public sealed class OtherListsTests
{
    private static readonly RemovedAddress Removed = new(Here: true, InSes: true, OnAnAccountsList: true, OnATenantsList: false, GlobalListUntil: null);

    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, "Deleted", "Deleted from SES's list of the account.")]
    [InlineData(false, "NotThere", "SES's list of the account doesn't have it in this spelling.")]
    [InlineData(null, "LeftAlone", "SES's list of the account was left alone, and may hold it.")]
    public void Notes_OfTheAccountsList_SayWhatBecameOfIt(bool? inSes, string name, string expected)
    {
        var removed = Removed with { InSes = inSes, OnAnAccountsList = false };

        OtherLists.Name(removed).ShouldBe(name);
        OtherLists.Notes(removed).ShouldBe([expected]);
    }

    /// <summary>What was deleted here is the list that it was reported from, unless it wasn't there.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(null, false)]
    public void Notes_ReportedFromAnAccountsList_NameOtherAccountsOnlyIfThisOneHasItNot(bool? inSes, bool expected) =>
        OtherLists.Notes(Removed with { InSes = inSes })
            .Contains("An account's list in SES held it: look in other accounts and Regions.").ShouldBe(expected);

    [Fact]
    public void Notes_ReportedFromOtherLists_NameEachThatMayStillHoldIt()
    {
        var notes = OtherLists.Notes(Removed with { InSes = false, OnATenantsList = true, GlobalListUntil = Noon }).ToList();

        notes.ShouldBe(
        [
            "SES's list of the account doesn't have it in this spelling.",
            "An account's list in SES held it: look in other accounts and Regions.",
            "The list of a tenant in SES held it, and still may.",
            "SES's global list may hold it until 2026-11-21 12:00 UTC.",
        ]);

        // In 80 columns they are indented by two.
        notes.ShouldAllBe(note => note.Length <= 78);
    }
}
