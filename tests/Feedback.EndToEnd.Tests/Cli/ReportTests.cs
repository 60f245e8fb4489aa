using Feedback.EndToEnd.Tests.Browser;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Templates;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary><c>feedback report</c> against the tables of a deployment, and its page in a browser.</summary>
public sealed class ReportTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Hostile = "<img src=x onerror=console.error(1)>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");
    private FeedbackStack _stack = null!;

    private string Page => Path.Combine(_folder.FullName, "report.html");

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce) { Sets = ["marketing", Hostile] });
        string[] lines =
        [
            .. Template.Load().EnvironmentOf("ReputationFunction", _stack.Deployment.Settings).Select(variable => $"{variable.Key}={variable.Value}"),
            .. _stack.Deployment.EndpointVariables.Select(variable => $"{variable.Key}={variable.Value}"),
            "AWS_REGION=eu-west-1",
            "AWS_ACCESS_KEY_ID=local",
            "AWS_SECRET_ACCESS_KEY=local",
        ];
        await File.WriteAllLinesAsync(Path.Combine(_folder.FullName, "deployment.env"), lines);
        var mails = new MailGenerator(seed: 1).Mails(40, sentAt: TimeProvider.System.GetUtcNow().AddMinutes(-20));
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced("Permanent", "General")));
        var unsent = new MailGenerator(seed: 2).Mails(5, sentAt: TimeProvider.System.GetUtcNow().AddMinutes(-20));
        await _stack.FeedAsync(FunctionId.Bounce, [.. unsent.Take(3).Select(mail => mail.Rejected()), .. unsent.Skip(3).Select(mail => mail.Delayed())]);
    }

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Report_AsJson_HasTheCountsAndThresholdsOfTheSet()
    {
        var report = (await TypeAsync("report", "marketing", "--days", "1", "--json")).ShouldSucceed().Json;
        var set = report.GetProperty("sets")[0];
        set.GetProperty("volume").GetProperty("hardBounces").EnumerateArray().Sum(count => count.GetInt64()).ShouldBe(40);
        set.GetProperty("volume").GetProperty("attempts").EnumerateArray().Sum(count => count.GetInt64()).ShouldBe(40);
        set.GetProperty("volume").GetProperty("rejects").EnumerateArray().Sum(count => count.GetInt64()).ShouldBe(3);
        set.GetProperty("volume").GetProperty("delays").EnumerateArray().Sum(count => count.GetInt64()).ShouldBe(2);
        set.GetProperty("signals")[0].GetProperty("critical").GetDecimal().ShouldBe(0.04m);
        set.GetProperty("events").GetProperty("topSubtypes")[0].GetProperty("count").GetInt32().ShouldBe(40);
    }

    [Fact]
    public async Task Report_ASetThatIsNotThere_SaysSoAndWritesNoPage()
    {
        (await TypeAsync("report", "nowhere", "--out", Page)).ShouldFail(1, "Feedback has seen no mail of nowhere.");
        File.Exists(Page).ShouldBeFalse();
    }

    [Fact]
    public async Task Report_ToAFolderThatIsNotThere_SaysSoInALine()
    {
        var run = await TypeAsync("report", "--out", Path.Combine(_folder.FullName, "none", "report.html"));
        run.ExitCode.ShouldBe(2);
        run.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("report.html");
    }

    [Theory]
    [InlineData("report --from 2026-11-01 --days 3", "--from and --days can't be combined.")]
    [InlineData("report --json --out a.html", "--out and --json can't be combined: --json prints on standard output.")]
    [InlineData("report --days 91", "--days must be a number from 1 to 90.")]
    public async Task Report_WithOptionsThatExcludeEachOther_SaysSo(string typed, string problem) =>
        (await CommandLineRun.OfAsync(typed.Split(' '))).ShouldFail(2, problem, "Run feedback report --help for more.");

    [BrowserFact]
    public async Task Report_InABrowser_ShowsSetsAndThresholdsWithoutAnyError()
    {
        (await TypeAsync("report", "--days", "1", "--out", Page)).ShouldSucceed().Output.ShouldContain("Wrote ");
        var (dom, console) = await Chromium.OpenAsync(Page, Path.Combine(_folder.FullName, "profile"));

        console.ShouldBeEmpty();
        dom.ShouldContain(">marketing</h2>");
        dom.ShouldContain(">critical 4%</text>");
        dom.ShouldContain(">warning 0.04%</text>");
        dom.ShouldContain("3 mails rejected by SES, 0 rendering failures, 2 mails delayed.");
        dom.ShouldContain("Permanent/General");
        dom.ShouldContain("example.net");
    }

    [BrowserFact]
    public async Task Report_HtmlInANameAndAReason_IsShownAsText()
    {
        (await TypeAsync("pause", Hostile, "--reason", $"</script>{Hostile}", "--by", "ann")).ShouldSucceed();
        (await TypeAsync("report", "--out", Page)).ShouldSucceed();
        var (dom, console) = await Chromium.OpenAsync(Page, Path.Combine(_folder.FullName, "profile"));

        console.ShouldBeEmpty();
        dom.ShouldNotContain("<img");
        dom.ShouldContain(">&lt;img src=x onerror=console.error(1)&gt;</h2>");
        dom.ShouldContain("&lt;/script&gt;&lt;img src=x onerror=console.error(1)&gt;</td>");
    }

    private Task<CommandLineRun> TypeAsync(params string[] arguments) =>
        CommandLineRun.OfAsync([.. arguments, "--env-file", Path.Combine(_folder.FullName, "deployment.env")]);
}
