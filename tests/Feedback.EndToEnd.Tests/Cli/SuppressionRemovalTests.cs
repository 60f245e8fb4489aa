using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Feedback.Tests.Shared;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>Taking addresses off both lists with the built program.</summary>
public sealed class SuppressionRemovalTests : SuppressionDeployment
{
    private SuppressedAddresses SesList => Deployment.Aws.Ses.SuppressionList;

    [Fact]
    public async Task Remove_OnBothLists_ClearsBothAndSaysWhatCannotBeSeen()
    {
        await BounceAsync();
        SesList.Put("ann@example.org", "BOUNCE");

        var run = (await TypeAsync("remove", "ann@example.org", "--reason", "fixed", "--by", "eve")).ShouldSucceed();

        run.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "ann@example.org is no longer suppressed.",
            "  Deleted from SES's list of the account.",
            "Lists of tenants in SES can't be seen from here.",
        ]);
        SesList.All.ShouldBeEmpty();
        (await TypeAsync("check", "ann@example.org")).ShouldSucceed();
        (await TypeAsync("show", "ann@example.org")).ShouldSucceed().Output.ShouldContain("DeletedFromSes by eve");
    }

    [Fact]
    public async Task Remove_OnlyOnSesListAsItIsSpeltThere_DeletesItThere()
    {
        SesList.Put("Ann@Example.org", "COMPLAINT");

        var removed = (await TypeAsync("remove", "Ann@Example.org", "--json")).ShouldSucceed().Json[0];

        removed.GetProperty("sesAccountList").GetString().ShouldBe("Deleted");
        removed.GetProperty("text").GetString().ShouldBe("ann@example.org was not suppressed.");
        SesList.All.ShouldBeEmpty();
    }

    /// <summary>Those that can be seen are those from which SES has reported a bounce.</summary>
    [Theory]
    [InlineData("permanent-on-account-suppression-list", "An account's list in SES held it: look in other accounts and Regions.")]
    [InlineData("permanent-on-tenant-suppression-list", "The list of a tenant in SES held it, and still may.")]
    [InlineData("permanent-suppressed", "SES's global list may hold it until ")]
    public async Task RemoveAndErase_ReportedFromAnotherListOfSes_SayThatItMayStillHoldIt(string bounce, string expected)
    {
        var payload = SamplePayloads.Fresh($"bounce/{bounce}.json");
        (await Deployment.InvokeAsync("BounceFunction", payload)).Error.ShouldBeNull();
        var address = (await TypeAsync("list", "--json")).ShouldSucceed().Json[0].GetProperty("address").GetString()!;
        var exported = (await TypeAsync("export")).ShouldSucceed().Output;

        var erased = (await TypeAsync("erase", address, "--reason", "request 4711", "--json")).ShouldSucceed().Json;
        erased.GetProperty("notes").EnumerateArray().ShouldContain(note => note.GetString()!.StartsWith(expected, StringComparison.Ordinal));

        await TypeAsync("import", Written("again.csv", exported));
        (await TypeAsync("remove", address)).ShouldSucceed().Output.ShouldContain(expected);
    }

    [Fact]
    public async Task Remove_KeepSes_AsksSesNothingAndSaysSo()
    {
        await BounceAsync();
        SesList.Put("ann@example.org", "BOUNCE");
        Deployment.Aws.Faults.Deny(AwsOperation.DeleteSuppressedDestination);

        (await TypeAsync("remove", "ann@example.org", "--keep-ses")).ShouldSucceed().Output
            .ShouldContain("SES's list of the account was left alone, and may hold it.");

        SesList.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RemoveAndErase_WithoutThePermission_ChangeNothingAndNameIt()
    {
        await BounceAsync();
        Deployment.Aws.Faults.Deny(AwsOperation.DeleteSuppressedDestination);
        var before = await ExportedAsync();

        foreach (var command in (string[][])[["remove", "ann@example.org"], ["erase", "ann@example.org", "--reason", "request"]])
        {
            var run = await TypeAsync(command);
            run.ExitCode.ShouldBe(2);
            run.Error.ShouldContain("Your AWS login lacks the permission ses:DeleteSuppressedDestination");
        }

        (await ExportedAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Remove_SesFailsAtTheSecond_TellsOfTheFirstAndTheSameCommandDoesTheRest()
    {
        await TypeAsync("add", "ann@example.org", "bea@example.org", "--reason-text", "x");
        SesList.Put("ann@example.org", "BOUNCE");
        SesList.Put("bea@example.org", "BOUNCE");
        var calls = 0;
        Deployment.Aws.AfterApply = call =>
        {
            if (call is SesCall { Operation: AwsOperation.DeleteSuppressedDestination } && ++calls == 1)
            {
                Deployment.Aws.Faults.Fail(AwsOperation.DeleteSuppressedDestination);
            }

            return Task.CompletedTask;
        };

        var run = await TypeAsync("remove", "ann@example.org", "bea@example.org");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("ann@example.org is no longer suppressed.");
        run.Error.ShouldContain("What is named above is done. The same command again does the rest.");
        (await TypeAsync("check", "bea@example.org")).ExitCode.ShouldBe(1);
        Deployment.Aws.Faults.Clear();
        await TypeAsync("remove", "ann@example.org", "bea@example.org");
        (await TypeAsync("check", "bea@example.org")).ShouldSucceed();
        SesList.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_OnBothLists_ClearsBothIn80Columns()
    {
        await BounceAsync();
        SesList.Put("ann@example.org", "BOUNCE");

        var run = (await TypeAsync("erase", "ann@example.org", "--reason", "request 4711")).ShouldSucceed();

        run.Output.ShouldContain("Deleted from SES's list of the account.");
        run.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
        SesList.All.ShouldBeEmpty();
        (await TypeAsync("erase", "ann@example.org", "--reason", "again", "--keep-ses", "--json")).ShouldSucceed()
            .Json.GetProperty("sesAccountList").GetString().ShouldBe("LeftAlone");
    }
}
