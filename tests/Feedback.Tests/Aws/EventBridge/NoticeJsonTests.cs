using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Announcing;
using Feedback.Aws.EventBridge;
using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Aws.EventBridge;

public sealed class NoticeJsonTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs/suppression.md"));

    private static readonly SuppressionNotice Notice = new(
        true, "c4ca4238a0b923820dcc509a6f75849b", Jane(), SuppressionScope.Of("newsletter"), "SoftBounceLimit", World.Noon, World.Noon.AddDays(14));

    [Fact]
    public void Event_OfThePage_IsWhatIsPublished()
    {
        var example = JsonNode.Parse(Regex.Match(Page, @"```json\n(?<json>\{\s+""source"".*?)```", RegexOptions.Singleline, Patience).Groups["json"].Value)!;

        ((string?)example["source"], (string?)example["detail-type"]).ShouldBe((NoticeJson.Source, NoticeJson.DetailType(Notice)));
        ((DateTimeOffset)example["time"]!).ShouldBe(Notice.At);
        JsonNode.DeepEquals(example["detail"], JsonNode.Parse(NoticeJson.Detail(Notice, withAddress: true))).ShouldBeTrue();
    }

    [Fact]
    public void Reasons_OfThePage_AreAllThatAReleaseHas()
    {
        var row = Page.Split('\n').Single(line => line.StartsWith("| `reason` |", StringComparison.Ordinal));

        Enum.GetNames<ReleaseReason>().ShouldAllBe(reason => row.Contains($"`{reason}`"));
    }

    [Fact]
    public void Detail_WithoutAddressAndEnd_HasNeither()
    {
        var detail = JsonNode.Parse(NoticeJson.Detail(Notice with { Until = null }, withAddress: false))!.AsObject();

        detail.Select(field => field.Key).ShouldBe(["changeId", "recipientHash", "scope", "reason", "at"]);
    }

    [Fact]
    public void DetailType_OfARelease_SaysSo() => NoticeJson.DetailType(Notice with { IsSuppressed = false }).ShouldBe("Email Address Released");

    private static TimeSpan Patience => TimeSpan.FromSeconds(1);

    private static EmailAddress Jane() => EmailAddress.TryParse("Jane@Example.org", out var jane, out _) ? jane : throw new FormatException();
}
