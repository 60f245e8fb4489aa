using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Configuration;
using Feedback.Deciding.Lag;

namespace Feedback.Aws.Sqs;

/// <inheritdoc cref="IDeliveryQueue"/>
internal sealed class SqsDeliveryQueue(IAmazonSQS sqs, Settings settings) : IDeliveryQueue
{
    public bool IsConfigured => settings.DeliveryQueueUrl.Length > 0;

    public Task<long> CountAsync(CancellationToken cancellationToken) => CountAsync(settings.DeliveryQueueUrl, cancellationToken);

    public Task<long> CountDeadLettersAsync(CancellationToken cancellationToken) => CountAsync(settings.DeliveryDeadLetterQueueUrl, cancellationToken);

    private async Task<long> CountAsync(string queueUrl, CancellationToken cancellationToken)
    {
        if (queueUrl.Length == 0)
        {
            return 0;
        }

        var response = await sqs.GetQueueAttributesAsync(
            new GetQueueAttributesRequest
            {
                QueueUrl = queueUrl,
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
