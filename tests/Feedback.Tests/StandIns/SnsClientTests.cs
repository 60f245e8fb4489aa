using System.Net;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>What the client of SNS sends and how it fails, official or stand-in.</summary>
public sealed class SnsClientTests
{
    [Fact]
    public async Task PublishAsync_Alert_SendsFormAndReadsMessageId()
    {
        using var service = new LoopbackService(_ => Reply.Xml(
            200,
            "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult>"
            + "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>"));
        using var sns = new AmazonSimpleNotificationServiceClient(
            LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonSimpleNotificationServiceConfig(), service));

        var response = await sns.PublishAsync(new PublishRequest("arn:aws:sns:eu-west-1:1:alarms", "a & b", "paused")
        {
            MessageAttributes = new()
            {
                ["level"] = new Amazon.SimpleNotificationService.Model.MessageAttributeValue { DataType = "String", StringValue = "critical" },
            },
        });

        response.MessageId.ShouldBe("m-1");
        var request = service.Requests.ShouldHaveSingleItem();
        request.Body.ShouldContain("Action=Publish");
        request.Body.ShouldContain("Message=a%20%26%20b");
        request.Body.ShouldContain("Subject=paused");
        request.Body.ShouldContain("MessageAttributes.entry.1.Value.StringValue=critical");
        LoopbackClients.Signature(request).ShouldContain("/sns/aws4_request");
    }

    [Fact]
    public async Task PublishAsync_NoSuchTopic_ThrowsTyped()
    {
        using var service = new LoopbackService(_ => Reply.Xml(
            404, "<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>no</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"));
        using var sns = new AmazonSimpleNotificationServiceClient(
            LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonSimpleNotificationServiceConfig(), service));

        var exception = await Should.ThrowAsync<Amazon.SimpleNotificationService.Model.NotFoundException>(sns.PublishAsync(new PublishRequest("arn", "text")));

        exception.ErrorCode.ShouldBe("NotFound");
        exception.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        exception.RequestId.ShouldBe("r-1");
    }
}
