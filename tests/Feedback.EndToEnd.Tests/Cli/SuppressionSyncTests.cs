using Feedback.Local.Services;
using Feedback.Local.Services.Ses;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>Keeping the suppression list and SES's list of the account in step with the built program.</summary>
public sealed class SuppressionSyncTests : SuppressionDeployment
{
    private static readonly AwsOperation[] Operations =
        [AwsOperation.ListSuppressedDestinations, AwsOperation.PutSuppressedDestination, AwsOperation.DeleteSuppressedDestination];

    private SuppressedAddresses SesList => Deployment.Aws.Ses.SuppressionList;

    [Fact]
    public async Task Sync_WithoutADirection_SaysWhatDiffersIn80ColumnsAndChangesNothing()
    {
        await FillAsync();

        var run = await TypeAsync("sync");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBeEmpty();
        run.Output.ReplaceLineEndings().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "only in SES  Bea@Example.org (complaint)",
            "allowed here cid@example.org (bounce)",
            "removed here fay@example.org (bounce)",
            "only here    ann@example.org (bounce)",
            "4 addresses differ. Nothing was changed. To mend it:",
            "  feedback suppression sync --to-ses     SES's list follows ours",
            "  feedback suppression sync --from-ses   ours gets what only SES's has",
            "Not for SES's list: 1 address suppressed for single sets only",
            "Not for SES's list: 1 address whose suppression ends",
        ]);
        run.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
        SesCalls().ShouldBe([AwsOperation.ListSuppressedDestinations]);
    }

    [Fact]
    public async Task Sync_BothWays_MendsAllButNeverPutsWhatIsAllowedScopedOrEnds()
    {
        await FillAsync();

        var mended = (await TypeAsync("sync", "--to-ses", "--from-ses", "--by", "eve", "--json")).ShouldSucceed().Json;

        mended.GetProperty("differences").EnumerateArray().Select(one => $"{one.GetProperty("kind")} {one.GetProperty("address")} {one.GetProperty("mended")}")
            .ShouldBe(
                ["OnlyInSes Bea@Example.org True", "AllowedHere cid@example.org True", "RemovedHere fay@example.org True", "OnlyHere ann@example.org True"]);
        mended.GetProperty("summary").GetProperty("mended").GetInt64().ShouldBe(4);
        SesList.All.Select(one => $"{one.EmailAddress} {one.Reason}").ShouldBe(["Bea@Example.org COMPLAINT", "ann@example.org BOUNCE"]);
        (await TypeAsync("check", "bea@example.org", "--json")).Json[0].GetProperty("reason").GetString().ShouldBe("Imported");
        (await TypeAsync("sync")).ShouldSucceed().Output.ShouldContain("Our list and SES's list of the account agree.");
        (await TypeAsync("show", "ann@example.org")).ShouldSucceed().Output.ShouldContain("PutInSes by eve");
    }

    [Fact]
    public async Task Sync_KilledAndRunAgain_EndsWithTheSameListAtOneCallASecond()
    {
        const int Addresses = 8;
        var expected = Enumerable.Range(0, Addresses).Select(i => $"r{i}@example.org").ToList();
        await TypeAsync(["add", .. expected, "--reason-text", "x"]);
        foreach (var operation in Operations)
        {
            Deployment.Aws.Faults.LimitRate(operation, calls: 1, TimeSpan.FromMilliseconds(500));
        }

        using (var killed = CommandLineRun.Start(Arguments("sync", "--to-ses")))
        {
            await PutAsync(least: 2);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        SesList.All.Count.ShouldBeLessThan(Addresses);
        (await TypeAsync("sync", "--to-ses")).ShouldSucceed();

        SesList.All.Select(one => one.EmailAddress).ShouldBe(expected);
        var puts = Deployment.Aws.SesCalls.Where(call => call.Operation == AwsOperation.PutSuppressedDestination && call.Applied).ToList();
        puts.Count.ShouldBeInRange(Addresses, Addresses + 1, "the killed one may have been on its way");
        (puts[^1].At - puts[0].At).ShouldBeGreaterThan(TimeSpan.FromSeconds(Addresses / 2));
    }

    [Fact]
    public async Task Sync_ThreePagesFromSes_TakesThemOver()
    {
        foreach (var i in Enumerable.Range(0, 2_500))
        {
            SesList.Put($"r{i}@example.org", "BOUNCE");
        }

        (await TypeAsync("sync", "--from-ses", "--json")).ShouldSucceed().Json.GetProperty("summary").GetProperty("mended").GetInt64().ShouldBe(2_500);

        (await ExportedAsync()).Count.ShouldBe(2_500);
        SesCalls().ShouldAllBe(operation => operation == AwsOperation.ListSuppressedDestinations);
    }

    [TerminalFact]
    public async Task Sync_OnATerminal_ShowsHowManyOfHowManyAndNothingStays()
    {
        await TypeAsync(["add", .. Enumerable.Range(0, 3).Select(i => $"r{i}@example.org"), "--reason-text", "x"]);

        var run = await TerminalRun.OfAsync([], Arguments("sync", "--to-ses"));

        run.Overwritten.ShouldContain("Putting on SES's list: 0 of 3");
        run.Overwritten.ShouldContain(state => state.StartsWith("Putting on SES's list: 2 of 3, ", StringComparison.Ordinal));
        run.Overwritten.ShouldAllBe(state => state.Length <= TerminalRun.Columns);
        run.Lines.Where(line => line.Length > 0).Order(StringComparer.Ordinal).ShouldBe(
        [
            "3 addresses differed. All are mended.",
            .. Enumerable.Range(0, 3).Select(i => $"only here    r{i}@example.org (bounce): mended"),
        ]);
    }

    [Fact]
    public async Task Sync_WithoutThePermission_NamesIt()
    {
        Deployment.Aws.Faults.Deny(AwsOperation.ListSuppressedDestinations);

        var run = await TypeAsync("sync");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Your AWS login lacks the permission ses:ListSuppressedDestinations");
    }

    [Fact]
    public async Task Sync_SesFails_SaysSoAndTheSameCommandDoesTheRest()
    {
        await TypeAsync("add", "ann@example.org", "--reason-text", "x");
        Deployment.Aws.Faults.Fail(AwsOperation.PutSuppressedDestination);

        var run = await TypeAsync("sync", "--to-ses");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("SES's suppression list: PutSuppressedDestination: ");
        run.Error.ShouldContain("The same command again does the rest.");

        Deployment.Aws.Faults.Clear();
        (await TypeAsync("sync", "--to-ses")).ShouldSucceed();
        SesList.All.ShouldHaveSingleItem();
    }

    /// <summary>One address of each kind.</summary>
    private async Task FillAsync()
    {
        await BounceAsync();
        await TypeAsync("allow", "cid@example.org", "--reason", "fixed");
        await TypeAsync("add", "dan@example.org", "--reason-text", "x", "--until", "9d");
        await TypeAsync("add", "eli@example.org", "--reason-text", "x", "--scope", "newsletter");
        await TypeAsync("add", "fay@example.org", "--reason-text", "x");
        SesList.Put("Bea@Example.org", "COMPLAINT");
        SesList.Put("cid@example.org", "BOUNCE");
        SesList.Put("fay@example.org", "BOUNCE");
        await TypeAsync("remove", "fay@example.org", "--keep-ses");
        Deployment.Aws.ForgetCalls();
    }

    private IReadOnlyList<AwsOperation> SesCalls() => [.. Deployment.Aws.SesCalls.Select(call => call.Operation)];

    private async Task PutAsync(int least)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (SesList.All.Count < least)
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
