using System.Text.Json.Nodes;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>How SES's client writes and reads event destinations, official or stand-in.</summary>
public sealed class SesEventDestinationClientTests
{
    [Fact]
    public async Task GetConfigurationSetEventDestinationsAsync_TopicAndBus_ReadsBoth()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200,
            """
            {"EventDestinations":[
              {"Name":"a","Enabled":true,"MatchingEventTypes":["BOUNCE","DELIVERY"],"SnsDestination":{"TopicArn":"arn:topic"}},
              {"Name":"b","Enabled":false,"MatchingEventTypes":["OPEN"],"EventBridgeDestination":{"EventBusArn":"arn:bus"}}]}
            """));
        using var ses = LoopbackClients.Ses(service);

        var answer = await ses.GetConfigurationSetEventDestinationsAsync(new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = "news" });

        answer.EventDestinations.Select(destination => (destination.Name, destination.Enabled)).ShouldBe([("a", true), ("b", false)]);
        answer.EventDestinations[0].MatchingEventTypes.ShouldBe(["BOUNCE", "DELIVERY"]);
        answer.EventDestinations[0].SnsDestination.TopicArn.ShouldBe("arn:topic");
        answer.EventDestinations[0].EventBridgeDestination.ShouldBeNull();
        answer.EventDestinations[1].EventBridgeDestination.EventBusArn.ShouldBe("arn:bus");
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/configuration-sets/news/event-destinations");
    }

    [Fact]
    public async Task EventDestinations_CreatedUpdatedAndDeleted_AreWrittenAsSesReadsThem()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = LoopbackClients.Ses(service);
        var definition = new EventDestinationDefinition
        {
            Enabled = true,
            MatchingEventTypes = ["REJECT", "DELIVERY_DELAY"],
            SnsDestination = new SnsDestination { TopicArn = "arn:topic" },
        };

        await ses.CreateConfigurationSetEventDestinationAsync(
            new CreateConfigurationSetEventDestinationRequest { ConfigurationSetName = "news", EventDestinationName = "a", EventDestination = definition });
        await ses.UpdateConfigurationSetEventDestinationAsync(
            new UpdateConfigurationSetEventDestinationRequest { ConfigurationSetName = "news", EventDestinationName = "a", EventDestination = definition });
        await ses.DeleteConfigurationSetEventDestinationAsync(
            new DeleteConfigurationSetEventDestinationRequest { ConfigurationSetName = "news", EventDestinationName = "a" });
        await ses.PutConfigurationSetReputationOptionsAsync(
            new PutConfigurationSetReputationOptionsRequest { ConfigurationSetName = "news", ReputationMetricsEnabled = true });

        const string sent = """{"Enabled":true,"MatchingEventTypes":["REJECT","DELIVERY_DELAY"],"SnsDestination":{"TopicArn":"arn:topic"}}""";
        var requests = service.Requests.ToList();
        requests.Select(request => $"{request.Method} {request.Path}").ShouldBe(
        [
            "POST /v2/email/configuration-sets/news/event-destinations",
            "PUT /v2/email/configuration-sets/news/event-destinations/a",
            "DELETE /v2/email/configuration-sets/news/event-destinations/a",
            "PUT /v2/email/configuration-sets/news/reputation-options",
        ]);
        JsonNode.DeepEquals(JsonNode.Parse(requests[0].Body), JsonNode.Parse($$"""{"EventDestinationName":"a","EventDestination":{{sent}}}""")).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(requests[1].Body), JsonNode.Parse($$"""{"EventDestination":{{sent}}}""")).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(requests[3].Body), JsonNode.Parse("""{"ReputationMetricsEnabled":true}""")).ShouldBeTrue();
    }
}
