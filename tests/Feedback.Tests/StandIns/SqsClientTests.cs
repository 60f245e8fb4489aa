using Amazon.SQS;
using Amazon.SQS.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>What the client of SQS sends and how it fails, official or stand-in.</summary>
public sealed class SqsClientTests
{
    [Fact]
    public async Task GetQueueAttributesAsync_Backlog_ReadsNumbers()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200, """{"Attributes":{"ApproximateNumberOfMessages":"7","ApproximateNumberOfMessagesNotVisible":"2"}}"""));
        using var sqs = new AmazonSQSClient(LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonSQSConfig(), service));

        var queue = await sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest
        {
            QueueUrl = "https://sqs/1/delivery",
            AttributeNames = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        });

        queue.ApproximateNumberOfMessages.ShouldBe(7);
        queue.ApproximateNumberOfMessagesNotVisible.ShouldBe(2);
        queue.ApproximateNumberOfMessagesDelayed.ShouldBe(0);
        var request = service.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("AmazonSQS.GetQueueAttributes");
        request.Body.ShouldContain("https://sqs/1/delivery");
        LoopbackClients.Signature(request).ShouldContain("/sqs/aws4_request");
    }

    [Fact]
    public async Task GetQueueAttributesAsync_NoSuchQueue_ThrowsTypedWithTheCodeOfTheQueryProtocol()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            400,
            """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}""",
            ("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender")));
        using var sqs = new AmazonSQSClient(LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonSQSConfig(), service));

        var exception = await Should.ThrowAsync<QueueDoesNotExistException>(
            sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest { QueueUrl = "https://sqs/1/none" }));

        exception.ErrorCode.ShouldBe("AWS.SimpleQueueService.NonExistentQueue");
    }
}
