using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Database;
using Feedback.Local.Services;
using Feedback.Local.Services.EventBridge;
using Feedback.Notifications;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Announcing;

/// <summary>From an event of SES through the table and its stream to the event bus.</summary>
public sealed class SuppressionEventTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 85);
    private FeedbackStack _stack = null!;
    private TableStream _stream = null!;

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.SuppressionEvent)
        {
            Parameters = new Dictionary<string, string> { ["SuppressionEventBus"] = "partners" },
        });
        _stream = new TableStream(_stack.Deployment.Database.Endpoint, _stack.Deployment.Tables["SuppressionTable"]);
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Bounces_OfTheQueue_AreAnnouncedOnTheBus()
    {
        var mails = _events.Mails(25);
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced()));

        (await AnnounceAsync(await NextAsync())).ShouldBeEmpty();

        var events = _stack.Aws.EventBridge.Events;
        events.Count.ShouldBe(25);
        events.ShouldAllBe(one => one.Bus == "partners" && one.Source == "feedback.suppression" && one.DetailType == "Email Address Suppressed");
        events.Select(one => (string?)one.Detail["recipientHash"]).ShouldBe(mails.Select(mail => Hash(mail.Recipient)), ignoreOrder: true);
        events.ShouldAllBe(one => (string?)one.Detail["scope"] == "*" && (string?)one.Detail["reason"] == "HardBounce");

        // Neither in an event nor in the log.
        events.ShouldAllBe(one => !one.Detail.ContainsKey("address"));
        _stack.Log.ShouldAllBe(line => !line.Contains('@'));
    }

    [Fact]
    public async Task SoftBounces_ThatReachTheLimit_AreAnnouncedWithTheirEnd()
    {
        var start = TimeProvider.System.GetUtcNow().AddHours(-5);
        var mails = Enumerable.Range(0, 5).Select(hour => _events.Mail(sentAt: start.AddHours(hour)) with { Recipients = ["jane@example.org"] });
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced("Transient", "MailboxFull")));

        (await AnnounceAsync(await NextAsync())).ShouldBeEmpty();

        var suppressed = _stack.Aws.EventBridge.Events.ShouldHaveSingleItem();
        ((string?)suppressed.Detail["reason"]).ShouldBe("SoftBounceLimit");
        ((DateTimeOffset)suppressed.Detail["until"]!).ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(13));
    }

    [Fact]
    public async Task Events_ThatTheBusRefuses_ComeAgainWithTheirChange()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(15).Select(mail => mail.Bounced()));
        var batch = await NextAsync();
        _stack.Aws.EventBridge.RefuseNext(3);

        // Of the first ten events three are refused: Lambda goes on from the first of them.
        var failed = (await AnnounceAsync(batch)).ShouldHaveSingleItem();
        failed.ShouldBe((string?)batch["Records"]![0]!["dynamodb"]!["SequenceNumber"]);
        (await AnnounceAsync(From(batch, failed))).ShouldBeEmpty();

        Announced().Count.ShouldBe(15);
        _stack.Aws.EventBridge.Events.Count.ShouldBe(22);
        _stack.Log.ShouldContain(line => line.Contains("EventRefused") && line.Contains("ThrottlingException"));
    }

    [Fact]
    public async Task Changes_WhileEventBridgeFails_StayInTheStream()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(2).Select(mail => mail.Bounced()));
        var batch = await NextAsync();
        _stack.Aws.Faults.Deny(AwsOperation.PutEvents);

        (await AnnounceAsync(batch)).ShouldHaveSingleItem();
        _stack.Aws.EventBridge.Events.ShouldBeEmpty();

        _stack.Aws.Faults.Clear();
        (await AnnounceAsync(batch)).ShouldBeEmpty();
        Announced().Count.ShouldBe(2);
    }

    private async Task<JsonObject> NextAsync() => (await _stream.NextAsync()).ShouldNotBeNull();

    private async Task<IReadOnlyList<string>> AnnounceAsync(JsonObject batch) =>
        BatchResponse.FailedIds(await _stack.Deployment.InvokeAsync(FunctionId.SuppressionEvent, batch.ToJsonString()));

    private IReadOnlyList<BusEvent> Announced() => [.. _stack.Aws.EventBridge.Events.DistinctBy(one => (string?)one.Detail["changeId"])];

    /// <summary>What Lambda sends after a partial failure: the records from the failed one on.</summary>
    private static JsonObject From(JsonObject batch, string position) => new()
    {
        ["Records"] = new JsonArray(
        [
            .. batch["Records"]!.AsArray().Select(record => record!.DeepClone())
                .SkipWhile(record => (string?)record["dynamodb"]!["SequenceNumber"] != position),
        ]),
    };

    private static string Hash(string address) =>
        EmailAddress.TryParse(address, out var recipient, out _) ? recipient.Hash : throw new FormatException(address);
}
