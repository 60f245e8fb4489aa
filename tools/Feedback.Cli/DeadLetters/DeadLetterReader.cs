using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Feedback.Cli.Composition;

namespace Feedback.Cli.DeadLetters;

/// <summary>Looks into dead-letter queues, and leaves every message where it is.</summary>
internal sealed class DeadLetterReader(IAmazonSQS sqs, QueueFinder finder)
{
    private const int ReceivedAtOnce = 10;

    /// <summary>SQS asks only some of its servers, so an empty answer does not mean an empty queue.</summary>
    private const int EmptyAnswers = 3;

    /// <summary>Long enough to look at all of them, so that none comes twice; afterwards they are made visible again.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    private static readonly string[] Depths =
        ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"];

    /// <summary>Reads the chosen queues; all that the deployment has if none is chosen.</summary>
    /// <param name="chosen">The queues.</param>
    /// <param name="limit">The number of messages to look at in each.</param>
    /// <param name="cancellationToken">Cancels the reads. Messages that were received stay hidden for two minutes then.</param>
    /// <exception cref="UsageException">A queue can't be found.</exception>
    public async Task<List<DeadLetterQueue>> ReadAsync(IReadOnlyCollection<QueueName> chosen, int limit, CancellationToken cancellationToken)
    {
        var queues = new List<DeadLetterQueue>();
        foreach (var queue in chosen.Count > 0 ? chosen : QueueFinder.All)
        {
            if (await finder.DeadLetterQueueAsync(queue, cancellationToken) is { } url)
            {
                queues.Add(await ReadAsync(queue, url, limit, cancellationToken));
            }
            else if (queue != QueueName.Inbound || chosen.Count > 0)
            {
                throw new UsageException(NotFound(queue));
            }
        }

        return queues;
    }

    /// <summary>Starts to move all messages of the queue back to the queue they came from.</summary>
    public Task RedriveAsync(DeadLetterQueue queue, CancellationToken cancellationToken) =>
        sqs.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest { SourceArn = queue.Arn }, cancellationToken);

    private string NotFound(QueueName queue) => !finder.IsConfigured
        ? "FEEDBACK_DELIVERY_DEAD_LETTER_QUEUE_URL is not set. The dead-letter queues are found by it."
        : queue == QueueName.Inbound
            ? "The deployment has no queue of inbound mail: it is created with InboundMail=true."
            : $"No queue of this account looks like the dead-letter queue of {queue} events. Check the Region and the settings.";

    private async Task<DeadLetterQueue> ReadAsync(QueueName queue, string url, int limit, CancellationToken cancellationToken)
    {
        var request = new GetQueueAttributesRequest { QueueUrl = url, AttributeNames = [.. Depths, "QueueArn"] };
        var attributes = (await sqs.GetQueueAttributesAsync(request, cancellationToken)).Attributes ?? [];
        var messages = Depths.Sum(name => Number(attributes, name) ?? 0);
        var letters = messages == 0 ? [] : await LettersAsync(queue, url, limit, cancellationToken);
        return new DeadLetterQueue(queue, url, attributes.GetValueOrDefault("QueueArn", url), Math.Max(messages, letters.Count), letters);
    }

    private async Task<IReadOnlyList<DeadLetter>> LettersAsync(QueueName queue, string url, int limit, CancellationToken cancellationToken)
    {
        var received = new List<Message>();
        try
        {
            for (var empty = 0; empty < EmptyAnswers && received.Count < limit;)
            {
                var response = await sqs.ReceiveMessageAsync(
                    new ReceiveMessageRequest
                    {
                        QueueUrl = url,
                        MaxNumberOfMessages = Math.Min(ReceivedAtOnce, limit - received.Count),
                        VisibilityTimeout = (int)Hidden.TotalSeconds,
                        WaitTimeSeconds = 0,
                        MessageSystemAttributeNames = ["SentTimestamp", "ApproximateReceiveCount"],
                    },
                    cancellationToken);
                received.AddRange(response.Messages ?? []);
                empty = response.Messages is { Count: > 0 } ? 0 : empty + 1;
            }
        }
        finally
        {
            await ShowAgainAsync(url, received);
        }

        return [.. received.DistinctBy(message => message.MessageId).Select(message => Read(queue, message)).OrderBy(letter => letter.SentAt)];
    }

    private async Task ShowAgainAsync(string url, IEnumerable<Message> received)
    {
        foreach (var batch in received.Chunk(ReceivedAtOnce))
        {
            var entries = batch.Select((message, at) => new ChangeMessageVisibilityBatchRequestEntry
            {
                Id = at.ToString(CultureInfo.InvariantCulture),
                ReceiptHandle = message.ReceiptHandle,
                VisibilityTimeout = 0,
            });
            await sqs.ChangeMessageVisibilityBatchAsync(
                new ChangeMessageVisibilityBatchRequest { QueueUrl = url, Entries = [.. entries] }, CancellationToken.None);
        }
    }

    private static DeadLetter Read(QueueName queue, Message message)
    {
        var attributes = message.Attributes ?? [];
        var sentAt = Number(attributes, "SentTimestamp") is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : (DateTimeOffset?)null;
        return DeadLetter.Of(queue, message.MessageId, message.Body, sentAt, (int)(Number(attributes, "ApproximateReceiveCount") ?? 0));
    }

    private static long? Number(Dictionary<string, string> attributes, string name) =>
        long.TryParse(attributes.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
