using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>What the client of EventBridge sends and how it fails, official or stand-in.</summary>
public sealed class EventBridgeClientTests
{
    private static readonly PutEventsRequest Request = new()
    {
        Entries =
        [
            new PutEventsRequestEntry
            {
                EventBusName = "partners",
                Source = "feedback.suppression",
                DetailType = "Email Address Suppressed",
                Detail = """{"scope":"*"}""",
                Time = new DateTime(2026, 11, 21, 17, 43, 14, DateTimeKind.Utc),
            },
        ],
    };

    [Fact]
    public async Task PutEventsAsync_Event_SendsSignedEntry()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, """{"FailedEntryCount":0,"Entries":[{"EventId":"e-1"}]}"""));
        using var events = Client(service);

        var response = await events.PutEventsAsync(Request);

        var result = response.Entries.ShouldHaveSingleItem();
        (result.EventId, result.ErrorCode).ShouldBe(("e-1", null));
        var request = service.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path, request.Headers["X-Amz-Target"]).ShouldBe(("POST", "/", "AWSEvents.PutEvents"));
        request.Headers["Authorization"].ShouldNotBeNull().ShouldContain("/eu-west-1/events/aws4_request");
        const string sent = """
            {"Entries":[{"Detail":"{\"scope\":\"*\"}","DetailType":"Email Address Suppressed","EventBusName":"partners",
            "Source":"feedback.suppression","Time":1795282994}]}
            """;
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse(sent)).ShouldBeTrue(request.Body);
    }

    [Fact]
    public async Task PutEventsAsync_RefusedEntry_ReadsWhy()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200, """{"FailedEntryCount":1,"Entries":[{"ErrorCode":"ThrottlingException","ErrorMessage":"Rate exceeded"}]}"""));
        using var events = Client(service);

        var result = (await events.PutEventsAsync(Request)).Entries.ShouldHaveSingleItem();

        (result.ErrorCode, result.ErrorMessage, result.EventId).ShouldBe(("ThrottlingException", "Rate exceeded", null));
    }

    [Fact]
    public async Task PutEventsAsync_Denied_ThrowsWithTheCode()
    {
        using var service = new LoopbackService(_ => Reply.Json(400, """{"__type":"AccessDeniedException","Message":"no"}"""));
        using var events = Client(service);

        (await Should.ThrowAsync<AmazonEventBridgeException>(events.PutEventsAsync(Request))).ErrorCode.ShouldBe("AccessDeniedException");
    }

    private static AmazonEventBridgeClient Client(LoopbackService service) =>
        new(LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonEventBridgeConfig(), service));
}
