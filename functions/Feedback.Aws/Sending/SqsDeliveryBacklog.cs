using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Configuration;
using Feedback.Sending;

namespace Feedback.Aws.Sending;

/// <inheritdoc cref="IDeliveryBacklog"/>
internal sealed class SqsDeliveryBacklog(IAmazonSQS sqs, Settings settings) : IDeliveryBacklog
{
    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        if (settings.DeliveryQueueUrl.Length == 0)
        {
            return 0;
        }

        var response = await sqs.GetQueueAttributesAsync(
            new GetQueueAttributesRequest
            {
                QueueUrl = settings.DeliveryQueueUrl,
                AttributeNames =
                [
                    "ApproximateNumberOfMessages",
                    "ApproximateNumberOfMessagesNotVisible",
                    "ApproximateNumberOfMessagesDelayed",
                ],
            },
            cancellation);
        return Count(response.ApproximateNumberOfMessages)
            + Count(response.ApproximateNumberOfMessagesNotVisible)
            + Count(response.ApproximateNumberOfMessagesDelayed);
    }

    private static long Count(int? number) => number ?? 0;
}
