using System.Text;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Feedback.Functions.Serialization;
using Feedback.Tests.Events;

namespace Feedback.Tests.Functions.Serialization;

public sealed class EventSerializerTests
{
    private static readonly EventSerializer Serializer = new();

    public static TheoryData<string> QueueEvents => [.. SamplePayloads.OfQueues()];

    public static TheoryData<string> AlarmEvents => [.. SamplePayloads.All().Where(file => file.StartsWith("alarm/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(QueueEvents))]
    public void Deserialize_EveryQueueEvent_HasEveryRecord(string file)
    {
        var records = SamplePayloads.Records(file);

        var batch = Read<SQSEvent>(SamplePayloads.Text(file));

        batch.Records.Select(record => record.MessageId).ShouldBe(records.Select(record => (string)record!["messageId"]!));
        batch.Records.ShouldAllBe(record => record.Body.Length > 0 && record.EventSource == "aws:sqs" && record.AwsRegion == "eu-west-1");
    }

    [Fact]
    public void Deserialize_WholeRecord_HasEveryValue()
    {
        var record = Read<SQSEvent>("""
            {"Records":[{"messageId":"1","receiptHandle":"r","body":"{\"a\":\"\\u00e9\"}","md5OfBody":"m","eventSource":"aws:sqs",
              "eventSourceARN":"arn:aws:sqs:eu-west-1:123456789012:bounces","awsRegion":"eu-west-1",
              "attributes":{"ApproximateReceiveCount":"1"},
              "messageAttributes":{"n":{"stringValue":"v","binaryValue":"AQI=","stringListValues":[],"binaryListValues":[],"dataType":"String"}}}]}
            """).Records.ShouldHaveSingleItem();

        (record.MessageId, record.ReceiptHandle, record.Body, record.Md5OfBody, record.AwsRegion).ShouldBe(("1", "r", """{"a":"\u00e9"}""", "m", "eu-west-1"));
        record.EventSourceArn.ShouldBe("arn:aws:sqs:eu-west-1:123456789012:bounces");
        record.Attributes["ApproximateReceiveCount"].ShouldBe("1");
        record.MessageAttributes["n"].StringValue.ShouldBe("v");
        record.MessageAttributes["n"].BinaryValue.ToArray().ShouldBe([1, 2]);
    }

    [Theory]
    [MemberData(nameof(AlarmEvents))]
    public void Deserialize_EveryAlarm_HasItsMessage(string file) =>
        Read<SNSEvent>(SamplePayloads.Text(file)).Records.ShouldAllBe(record => record.Sns.Message.StartsWith('{'));

    [Fact]
    public void Deserialize_Schedule_IsRead() =>
        Read<ScheduledEvent>(SamplePayloads.Text("reputation/schedule.json")).DetailType.ShouldBe("Scheduled Event");

    [Fact]
    public void Serialize_Failures_AreNamedAsLambdaWantsThem()
    {
        using var stream = new MemoryStream();

        Serializer.Serialize(new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "id-\ufffd-1" }]), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"id-�-1"}]}""");
    }

    [Fact]
    public void Serialize_NoFailures_IsAnEmptyList()
    {
        using var stream = new MemoryStream();

        Serializer.Serialize(new SQSBatchResponse([]), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"batchItemFailures":[]}""");
    }

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Serializer.Deserialize<T>(stream);
    }
}
