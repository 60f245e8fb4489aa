using System.Text.Json;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Cli.Report;

public sealed class ReportPageTests
{
    private const string Page = """<script id="data" type="application/json">"REPORT-DATA"</script>""";
    private const string Hostile = "</script><img src=x onerror=\"alert('&')\">\u2028";

    [Fact]
    public void Fill_HtmlInAName_IsEscapedAndReadBackAsItWas()
    {
        var page = ReportPage.Fill(Page, Of(Hostile));

        var json = page[page.IndexOf('{', StringComparison.Ordinal)..(page.LastIndexOf('}') + 1)];
        json.ShouldNotContain("<");
        json.ShouldNotContain(">");
        json.ShouldNotContain("&");
        json.ShouldContain("\\u003C/script\\u003E");
        page.ShouldEndWith("}</script>");
        JsonSerializer.Deserialize(json, CliJson.Default.ReportDocument)!.Overview[0].Entity.ShouldBe(Hostile);
    }

    [Fact]
    public void Fill_APageWithoutAPlace_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => ReportPage.Fill("<html></html>", Of("newsletter")));

    private static ReportDocument Of(string name) => new()
    {
        CreatedAt = World.Noon,
        From = World.Noon.AddDays(-1),
        To = World.Noon,
        AccountId = "123456789012",
        Region = "eu-west-1",
        StepMinutes = 15,
        Times = [],
        Overview = [new SetSummary(name, name, "Normal", "Enabled", null, Held: false, [])],
        Sets = [],
    };
}
