using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Local.Services.Sqs;
using Feedback.Tests.Aws;

namespace Feedback.Tests.Local;

public sealed class LocalSqsTests : LocalAwsTest
{
    private const string Url = "https://sqs.eu-west-1.amazonaws.com/123456789012/Dead";

    [Fact]
    public async Task Queue_WithPolicyAndDeadLetterQueue_IsDescribed()
    {
        Aws.Sqs.PutQueue(new Queue("Dead") { Policy = "{}", DeadLetterArn = "arn:aws:sqs:eu-west-1:123456789012:Deader" });
        using var sqs = Aws.SqsClient();

        var attributes = (await sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest { QueueUrl = Url, AttributeNames = ["All"] })).Attributes;

        attributes["QueueArn"].ShouldBe("arn:aws:sqs:eu-west-1:123456789012:Dead");
        attributes["Policy"].ShouldBe("{}");
        attributes["RedrivePolicy"].ShouldBe("""{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:Deader","maxReceiveCount":20}""");
        attributes["ApproximateNumberOfMessages"].ShouldBe("0");
    }

    [Fact]
    public async Task Messages_Received_AreHiddenUntilTheyAreShownAgain()
    {
        Aws.Sqs.PutQueue(new Queue("Dead"));
        Aws.Sqs.Send("Dead", "one", age: TimeSpan.FromHours(1), receiveCount: 20);
        using var sqs = Aws.SqsClient();
        var receive = new ReceiveMessageRequest
        {
            QueueUrl = Url,
            MaxNumberOfMessages = 10,
            VisibilityTimeout = 600,
            MessageSystemAttributeNames = ["SentTimestamp", "ApproximateReceiveCount"],
        };

        var message = (await sqs.ReceiveMessageAsync(receive)).Messages.ShouldHaveSingleItem();
        (message.Body, message.Attributes["ApproximateReceiveCount"]).ShouldBe(("one", "21"));
        ((await sqs.ReceiveMessageAsync(receive)).Messages ?? []).ShouldBeEmpty();

        var shown = await sqs.ChangeMessageVisibilityBatchAsync(new ChangeMessageVisibilityBatchRequest
        {
            QueueUrl = Url,
            Entries = [new ChangeMessageVisibilityBatchRequestEntry { Id = "0", ReceiptHandle = message.ReceiptHandle, VisibilityTimeout = 0 }],
        });
        (shown.Failed ?? []).ShouldBeEmpty();
        (await sqs.ReceiveMessageAsync(receive)).Messages.ShouldHaveSingleItem().MessageId.ShouldBe(message.MessageId);
    }

    [Fact]
    public async Task Messages_OfADeadLetterQueue_MoveBackToTheQueueTheyCameFrom()
    {
        Aws.Sqs.PutQueue(new Queue("Alive") { DeadLetterArn = Aws.Sqs.ArnOf("Dead") });
        Aws.Sqs.PutQueue(new Queue("Dead"));
        Aws.Sqs.Send("Dead", "one");
        using var sqs = Aws.SqsClient();

        (await sqs.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest { SourceArn = Aws.Sqs.ArnOf("Dead") })).TaskHandle.ShouldNotBeNullOrEmpty();

        Aws.Sqs.Queue("Dead")!.Messages.ShouldBeEmpty();
        Aws.Sqs.Queue("Alive")!.Messages.ShouldHaveSingleItem().Body.ShouldBe("one");
        (await Should.ThrowAsync<AmazonSQSException>(
            () => sqs.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest { SourceArn = Aws.Sqs.ArnOf("Alive") }))).ErrorCode
            .ShouldBe("InvalidParameterValue");
    }

    [Fact]
    public async Task Queues_OfAPrefix_AreListed()
    {
        Aws.Sqs.PutQueue(new Queue("Dead"));
        Aws.Sqs.PutQueue(new Queue("Alive"));
        using var sqs = Aws.SqsClient();

        (await sqs.ListQueuesAsync(new ListQueuesRequest { QueueNamePrefix = "De" })).QueueUrls.ShouldHaveSingleItem().ShouldBe(Url);
    }
}
