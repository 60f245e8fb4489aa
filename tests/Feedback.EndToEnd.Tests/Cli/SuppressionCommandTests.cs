using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>Asking and correcting the suppression list with the built program.</summary>
public sealed class SuppressionCommandTests : SuppressionDeployment
{
    [Fact]
    public async Task Check_AnAddressThatBounced_SaysWhyAndFailsForScripts()
    {
        await BounceAsync();

        var run = await TypeAsync("check", "Ann <ANN@Example.org>", "bea@example.org", "--json");
        run.ExitCode.ShouldBe(1);
        run.Json.EnumerateArray().Select(entry => (entry.GetProperty("address").GetString(), entry.GetProperty("maySend").GetBoolean()))
            .ShouldBe([("ann@example.org", false), ("bea@example.org", true)]);
        (Text(run.Json[0], "scope"), Text(run.Json[0], "reason"), Text(run.Json[0], "until")).ShouldBe(("*", "HardBounce", ""));
        (await TypeAsync("check", "ann@example.org")).Output.ShouldContain("for good");
        (await TypeAsync("check", "bea@example.org")).ShouldSucceed().Output.ShouldContain("yes");
    }

    [Fact]
    public async Task Check_WithBadAddresses_NamesEachAndAnswersForTheOthers()
    {
        var run = await TypeAsync("check", "ann", "bea@", "carl@example.org");

        run.ShouldFail(2, "'ann' has no @.", "'bea@' has no valid domain.");
        run.Output.ShouldContain("carl@example.org");
    }

    [Fact]
    public async Task Add_ForASet_HoldsForItAndIsInTheHistory()
    {
        (await TypeAsync("add", "ann@example.org", "--scope", "newsletter", "--until", "30d", "--reason-text", "asked by phone", "--by", "eve"))
            .ShouldSucceed().Output.ShouldContain("ann@example.org is suppressed: the mail of newsletter, until ");

        (await TypeAsync("check", "ann@example.org")).ShouldSucceed();
        var check = await TypeAsync("check", "ann@example.org", "--set", "newsletter", "--json");
        check.ExitCode.ShouldBe(1);
        (Text(check.Json[0], "scope"), Text(check.Json[0], "reason")).ShouldBe(("newsletter", "Manual"));
        var shown = (await TypeAsync("show", "ann@example.org", "--json")).ShouldSucceed().Json;
        (Text(shown.GetProperty("entry").GetProperty("causes")[0], "author"), Text(shown.GetProperty("entry").GetProperty("causes")[0], "text"))
            .ShouldBe(("eve", "asked by phone"));
        (Text(shown.GetProperty("history")[0], "what"), Text(shown.GetProperty("history")[0], "who"), Text(shown.GetProperty("history")[0], "why"))
            .ShouldBe(("Added", "eve", "for newsletter: asked by phone"));
    }

    [Fact]
    public async Task Add_OneBadAddress_DoesNotKeepTheOthersOut()
    {
        (await TypeAsync("add", "ann@example.org", "not one", "bea@example.org", "--reason-text", "test")).ShouldFail(2, "'not one' has no @.");

        (await TypeAsync("check", "ann@example.org", "bea@example.org", "--json")).Json.EnumerateArray()
            .ShouldAllBe(one => !one.GetProperty("maySend").GetBoolean());
    }

    [Theory]
    [InlineData(
        "add ann@example.org --reason-text x --scope newslettre",
        "SES has no configuration set newslettre. Nothing was changed; --force does it nevertheless.")]
    [InlineData("add ann@example.org --reason-text x --scope a/b", "--scope is 'a/b': the name of a configuration set is expected, or * for all mail.")]
    [InlineData("add ann@example.org --reason-text x --until 2020-01-01", "--until is '2020-01-01', which is over.")]
    [InlineData(
        "allow ann@example.org --reason x --until soon",
        "--until is 'soon': a time such as 2026-12-31 or 2026-12-31T18:00 is expected, or 30d or 12h from now on.")]
    [InlineData("list --since yesterday", "--since is 'yesterday': a time in UTC such as 2026-11-18 or 2026-11-18T09:30 is expected.")]
    [InlineData("check ann@example.org --set *x", "--set is '*x': the name of a configuration set is expected, or * for all mail.")]
    [InlineData("export --json", "--json prints a summary, so the list needs a file: give --out FILE, or --format jsonl without --json.")]
    public async Task Command_BadInput_SaysWhatToDoAndChangesNothing(string typed, string problem)
    {
        (await TypeAsync(typed.Split(' '))).ShouldFail(2, problem);

        (await ExportedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remove_AnAddressThatBounced_LetsItBeWrittenToAndARepeatDoesNotBringItBack()
    {
        await BounceAsync();
        (await TypeAsync("remove", "ann@example.org", "--reason", "the mailbox is fixed", "--by", "eve"))
            .ShouldSucceed().Output.ShouldContain("ann@example.org is no longer suppressed.");

        await BounceAsync();

        (await TypeAsync("check", "ann@example.org")).ShouldSucceed();
        (await TypeAsync("show", "ann@example.org")).ShouldSucceed().Output.ShouldContain("Removed by eve");
        (await TypeAsync("remove", "ann@example.org")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Remove_OneScope_LeavesTheOther()
    {
        await TypeAsync("add", "ann@example.org", "--reason-text", "x");
        await TypeAsync("add", "ann@example.org", "--reason-text", "x", "--scope", "newsletter");

        (await TypeAsync("remove", "ann@example.org", "--scope", "*")).ShouldSucceed();

        (await TypeAsync("check", "ann@example.org")).ShouldSucceed();
        (await TypeAsync("check", "ann@example.org", "--set", "newsletter")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Allow_AnAddressThatBounced_WinsUntilItIsAdded()
    {
        (await TypeAsync("allow", "ann@example.org", "--reason", "test mailbox", "--by", "eve")).ShouldSucceed();
        await BounceAsync();

        (await TypeAsync("check", "ann@example.org")).ShouldSucceed().Output.ShouldContain("allowed by eve, for good");
        (await TypeAsync("list")).ExitCode.ShouldBe(1);
        (await TypeAsync("add", "ann@example.org", "--reason-text", "no longer")).ShouldSucceed();
        (await TypeAsync("check", "ann@example.org")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task List_ByReasonScopeAndTime_ShowsThose()
    {
        await BounceAsync();
        await TypeAsync("add", "bea@example.org", "--reason-text", "x", "--scope", "newsletter");

        (await TypeAsync("list")).ShouldSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        (await TypeAsync("list", "--reason", "HardBounce")).ShouldSucceed().Output.ShouldContain("ann@example.org");
        (await TypeAsync("list", "--scope", "newsletter", "--json")).ShouldSucceed().Json.EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("address").GetString().ShouldBe("bea@example.org");
        (await TypeAsync("list", "--since", "2099-01-01", "--json")).Output.Trim().ShouldBe("[]");
    }

    [Fact]
    public async Task Stats_SomeEntries_CountsByReasonAndScope()
    {
        await BounceAsync();
        await TypeAsync("add", "bea@example.org", "cid@example.org", "--reason-text", "x", "--scope", "newsletter");
        await TypeAsync("allow", "dan@example.org", "--reason", "x");

        var stats = (await TypeAsync("stats", "--json")).ShouldSucceed().Json;

        (stats.GetProperty("addresses").GetInt64(), stats.GetProperty("suppressed").GetInt64(), stats.GetProperty("allowed").GetInt64()).ShouldBe((4, 3, 1));
        stats.GetProperty("reasons").EnumerateArray().Select(one => $"{Text(one, "reason")} {Text(one, "scope")} {one.GetProperty("addresses")}")
            .ShouldBe(["HardBounce * 1", "Manual newsletter 2"]);
        (await TypeAsync("stats")).ShouldSucceed().Output.ShouldContain("3 addresses suppressed, 1 allowed by operators");
    }

    [Fact]
    public async Task Commands_At80Columns_HaveNoLongerLine()
    {
        await BounceAsync();
        await TypeAsync("add", "ann@example.org", "--reason-text", "asked by phone", "--scope", "newsletter", "--until", "9d");
        string[][] commands =
            [["check", "ann@example.org", "--set", "newsletter"], ["show", "ann@example.org"], ["list"], ["stats"], ["remove", "ann@example.org"]];
        foreach (var command in commands)
        {
            (await TypeAsync(command)).Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80, string.Join(' ', command));
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).ToString();
}
