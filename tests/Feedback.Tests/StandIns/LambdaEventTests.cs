using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Tests.StandIns;

/// <summary>Event payloads as Lambda sends them, each source with its own casing.</summary>
public class LambdaEventTests
{
    [Fact]
    public void Deserialize_QueueEvent_ReadsRecord()
    {
        var record = Read<QueueEventsJson, SQSEvent>("""
            {"Records":[{"messageId":"m-1","receiptHandle":"r","body":"{}","attributes":{"ApproximateReceiveCount":"3"},
            "messageAttributes":{"a":{"stringValue":"v","binaryValue":"AQI=","stringListValues":[],"dataType":"String"}},
            "md5OfBody":"x","eventSource":"aws:sqs","eventSourceARN":"arn:queue","awsRegion":"eu-west-1"}]}
            """).Records.ShouldHaveSingleItem();

        record.MessageId.ShouldBe("m-1");
        record.Body.ShouldBe("{}");
        record.EventSourceArn.ShouldBe("arn:queue");
        record.Attributes["ApproximateReceiveCount"].ShouldBe("3");
        record.MessageAttributes["a"].BinaryValue.ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void Deserialize_TopicEvent_ReadsMessage()
    {
        var message = Read<TopicEventsJson, SNSEvent>("""
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"arn:s","Sns":{"Type":"Notification","MessageId":"m-1",
            "TopicArn":"arn:t","Subject":null,"Message":"{}","Timestamp":"2026-01-02T03:04:05.678Z","MessageAttributes":{"a":{"Type":"String","Value":"v"}}}}]}
            """).Records.ShouldHaveSingleItem().Sns;

        message.MessageId.ShouldBe("m-1");
        message.Message.ShouldBe("{}");
        message.Subject.ShouldBeNull();
        message.Timestamp.ShouldBe(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc));
        message.MessageAttributes["a"].Value.ShouldBe("v");
    }

    [Fact]
    public void Deserialize_ScheduledEvent_ReadsDetailType()
    {
        var scheduled = Read<QueueEventsJson, ScheduledEvent>("""
            {"version":"0","id":"i","detail-type":"Scheduled Event","source":"aws.events","account":"1","time":"2026-01-02T03:04:05Z",
            "region":"eu-west-1","resources":["arn:rule"],"detail":{}}
            """);

        scheduled.DetailType.ShouldBe("Scheduled Event");
        scheduled.Time.ShouldBe(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        scheduled.Resources.ShouldBe(["arn:rule"]);
    }

    [Fact]
    public void Serialize_NoFailures_WritesEmptyList()
    {
        using var stream = new MemoryStream();

        new SourceGeneratorLambdaJsonSerializer<QueueEventsJson>().Serialize(new SQSBatchResponse(), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"batchItemFailures":[]}""");
    }

    private static TEvent Read<TContext, TEvent>(string json)
        where TContext : JsonSerializerContext
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new SourceGeneratorLambdaJsonSerializer<TContext>().Deserialize<TEvent>(stream);
    }
}
