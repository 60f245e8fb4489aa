using System.Text.Json.Nodes;
using Feedback.Local.Lambda;

namespace Feedback.Tests.Local;

public sealed class SqsBatchesTests
{
    [Fact]
    public void Event_Bodies_AreRecordsAsLambdaSendsThem()
    {
        var records = JsonNode.Parse(new SqsBatches("Bounces").Event(["""{"a":"ü"}""", "plain"]))!["Records"]!.AsArray();

        records.Count.ShouldBe(2);
        var first = records[0]!;
        ((string?)first["body"]).ShouldBe("""{"a":"ü"}""");
        ((string?)first["eventSource"]).ShouldBe("aws:sqs");
        ((string?)first["eventSourceARN"]).ShouldBe("arn:aws:sqs:eu-west-1:123456789012:Bounces");
        ((string?)first["awsRegion"]).ShouldBe("eu-west-1");
        ((string?)first["attributes"]!["ApproximateReceiveCount"]).ShouldBe("1");
        ((string?)records[1]!["md5OfBody"]).ShouldBe("ac7938d40cfc2307e2bf325d28e7884e");
        ((string?)first["messageId"]).ShouldNotBe((string?)records[1]!["messageId"]);
    }

    [Fact]
    public void Event_RedeliveredMessage_KeepsItsIdAndCountsUp()
    {
        var message = SqsBatches.Messages(["x"])[0] with
        {
            ReceiveCount = 3,
            SentAt = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123),
            Attributes = new Dictionary<string, string> { ["trace"] = "t" },
        };

        var record = JsonNode.Parse(new SqsBatches("Bounces").Event([message]))!["Records"]![0]!;

        ((string?)record["messageId"]).ShouldBe(message.MessageId);
        ((string?)record["attributes"]!["ApproximateReceiveCount"]).ShouldBe("3");
        ((string?)record["attributes"]!["SentTimestamp"]).ShouldBe("1700000000123");
        ((string?)record["messageAttributes"]!["trace"]!["stringValue"]).ShouldBe("t");
    }
}
