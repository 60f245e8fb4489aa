using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using Feedback.Functions;
using Feedback.Functions.Serialization;
using Feedback.Functions.Streams;
using Feedback.Local.Services;

namespace Feedback.Tests.Functions;

[Collection(DatabaseCollection.Name)]
public sealed class StreamHandlerTests(DatabaseFixture database) : IAsyncLifetime
{
    private const string Bounced = """
        {"Address":{"S":"ann@example.org"},"RecipientHash":{"S":"x"},"Version":{"N":"1"},"Scopes":{"M":{"*":{"M":{"HardBounce":{"M":{
        "FirstAt":{"S":"2026-11-18T12:00:00.0000000Z"},"LastAt":{"S":"2026-11-18T12:00:00.0000000Z"},"Count":{"N":"1"},"MessageId":{"S":"m"}}}}}}}}
        """;

    private FunctionBench _bench = null!;

    public async Task InitializeAsync() => _bench = await FunctionBench.CreateAsync(database);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task HandleAsync_NewEntry_IsAnnouncedWithTheTimeOfItsChange()
    {
        (await HandleAsync(Record("7", @new: Bounced))).ShouldBeEmpty();

        var happened = _bench.Aws.EventBridge.Events.ShouldHaveSingleItem();
        ((string?)happened.Detail["changeId"], (string?)happened.Detail["reason"]).ShouldBe(("id-7", "HardBounce"));
        happened.Time.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_795_282_994));
    }

    [Fact]
    public async Task HandleAsync_EntryThatWasThereBefore_IsReleased()
    {
        (await HandleAsync(Record("7", old: Bounced))).ShouldBeEmpty();

        _bench.Aws.EventBridge.Events.ShouldHaveSingleItem().DetailType.ShouldBe("Email Address Released");
    }

    /// <summary>It would come again each time, and keep the others behind it waiting.</summary>
    [Theory]
    [InlineData("""{"Address":{"S":"ann@example.org"}}""")]
    [InlineData("""{"Address":{"S":"no address"},"Version":{"N":"1"},"Scopes":{"M":{}}}""")]
    [InlineData("""{"Address":{"BOOL":true}}""")]
    public async Task HandleAsync_ItemThatIsNotOurs_IsPassedOver(string image)
    {
        (await HandleAsync(Record("1", @new: image), Record("2", @new: Bounced))).ShouldBeEmpty();

        _bench.Aws.EventBridge.Events.ShouldHaveSingleItem();
        _bench.Logged.ShouldContain("ChangeUnreadable");
    }

    [Fact]
    public async Task HandleAsync_RefusedEvent_FailsFromItsRecordOn()
    {
        _bench.Aws.EventBridge.RefuseNext(1);

        (await HandleAsync(Record("7", @new: Bounced), Record("8", old: Bounced))).ShouldBe(["7"]);
    }

    [Fact]
    public async Task HandleAsync_NoTimeLeft_LeavesEverythingInTheStream()
    {
        (await HandleAsync(TimeSpan.FromSeconds(4), Record("7", @new: Bounced))).ShouldBe(["7"]);

        _bench.Aws.Calls.ShouldNotContain(call => call.Operation == AwsOperation.PutEvents && call.Applied);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Records":[{}]}""")]
    public async Task HandleAsync_AnotherPayload_IsAnError(string payload) =>
        await Should.ThrowAsync<InvalidDataException>(() => HandleAsync(TimeSpan.FromMinutes(1), Read(payload)));

    private Task<IReadOnlyList<string>> HandleAsync(params string[] records) => HandleAsync(TimeSpan.FromMinutes(1), records);

    private Task<IReadOnlyList<string>> HandleAsync(TimeSpan remaining, params string[] records) =>
        HandleAsync(remaining, Read($$"""{"Records":[{{string.Join(',', records)}}]}"""));

    private async Task<IReadOnlyList<string>> HandleAsync(TimeSpan remaining, StreamEvent changes)
    {
        var response = await _bench.Get<SuppressionEventFunction>().AnnounceAsync(changes, new TestLambdaContext { RemainingTime = remaining });
        return [.. response.Failures.Select(failure => failure.SequenceNumber)];
    }

    private static string Record(string position, string? old = null, string? @new = null) => new JsonObject
    {
        ["eventID"] = $"id-{position}",
        ["eventName"] = "MODIFY",
        ["eventSource"] = "aws:dynamodb",
        ["dynamodb"] = new JsonObject
        {
            ["ApproximateCreationDateTime"] = 1_795_282_994,
            ["SequenceNumber"] = position,
            ["OldImage"] = old is null ? null : JsonNode.Parse(old),
            ["NewImage"] = @new is null ? null : JsonNode.Parse(@new),
        },
    }.ToJsonString();

    private static StreamEvent Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new EventSerializer().Deserialize<StreamEvent>(stream);
    }
}
