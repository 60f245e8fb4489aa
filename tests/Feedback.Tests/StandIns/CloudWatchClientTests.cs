using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>What the client of CloudWatch sends, official or stand-in.</summary>
public sealed class CloudWatchClientTests
{
    [Fact]
    public async Task PutMetricDataAsync_Rate_SendsSignedDatum()
    {
        // The official client speaks CBOR, in which texts stand in clear as well.
        using var service = new LoopbackService(request => request.Headers["Content-Type"] == "application/cbor"
            ? new Reply(200, "application/cbor", [0xA0], ("smithy-protocol", "rpc-v2-cbor"))
            : Reply.Xml(200, "<PutMetricDataResponse><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PutMetricDataResponse>"));
        using var cloudWatch = new AmazonCloudWatchClient(LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonCloudWatchConfig(), service));

        await cloudWatch.PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "Feedback",
            MetricData =
            [
                new MetricDatum
                {
                    MetricName = "BounceRate",
                    Timestamp = DateTime.UnixEpoch,
                    Unit = StandardUnit.Percent,
                    Value = 1.5,
                    Dimensions = [new Dimension { Name = "Set", Value = "news" }],
                },
            ],
        });

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        foreach (var text in (string[])["Feedback", "BounceRate", "Percent", "news"])
        {
            request.Body.ShouldContain(text);
        }

        LoopbackClients.Signature(request).ShouldContain("/monitoring/aws4_request");
    }
}
