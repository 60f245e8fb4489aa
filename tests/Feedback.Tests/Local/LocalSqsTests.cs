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
    public async Task Queues_OfAPrefix_AreListed()
    {
        Aws.Sqs.PutQueue(new Queue("Dead"));
        Aws.Sqs.PutQueue(new Queue("Alive"));
        using var sqs = Aws.SqsClient();

        (await sqs.ListQueuesAsync(new ListQueuesRequest { QueueNamePrefix = "De" })).QueueUrls.ShouldHaveSingleItem().ShouldBe(Url);
    }
}
