using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Configuration;
using Feedback.Deciding.Lag;

namespace Feedback.Aws.Sqs;

/// <inheritdoc cref="IDeliveryQueue"/>
internal sealed class SqsDeliveryQueue(IAmazonSQS sqs, Settings settings) : IDeliveryQueue
{
    public async Task<long> CountAsync(CancellationToken cancellationToken)
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
            cancellationToken);
        return Count(response.ApproximateNumberOfMessages)
            + Count(response.ApproximateNumberOfMessagesNotVisible)
            + Count(response.ApproximateNumberOfMessagesDelayed);
    }

    private static long Count(int? number) => number ?? 0;
}
