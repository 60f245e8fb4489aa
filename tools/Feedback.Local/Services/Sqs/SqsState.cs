using System.Collections.Concurrent;
using Feedback.Local.Templates;

namespace Feedback.Local.Services.Sqs;

/// <summary>The queues of SQS by their names.</summary>
internal sealed class SqsState(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Queue> _queues = new();

    /// <summary>The deployment whose account and Region are in the ARNs and URLs.</summary>
    public StackSettings Settings { get; set; } = new();

    /// <summary>The queues in the order in which SQS lists them.</summary>
    public IReadOnlyList<Queue> Queues => [.. _queues.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal)];

    public Queue? Queue(string name) => _queues.GetValueOrDefault(name);

    /// <summary>Creates a queue, or replaces the one of the same name.</summary>
    public void PutQueue(Queue queue) => _queues[queue.Name] = queue;

    public void DeleteQueue(string name) => _queues.TryRemove(name, out _);

    /// <summary>Sends a message to a queue, which must exist.</summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="body">The body of the message.</param>
    /// <param name="age">How long ago it was sent.</param>
    /// <param name="receiveCount">How often it has been received.</param>
    public void Send(string queue, string body, TimeSpan age = default, int receiveCount = 0)
    {
        var message = new QueueMessage(RequestIds.Next(), body, clock.GetUtcNow() - age) { ReceiveCount = receiveCount };
        _queues[queue] = _queues[queue] with { Messages = [.. _queues[queue].Messages, message] };
    }

    public string ArnOf(string queue) => $"arn:{Settings.Partition}:sqs:{Settings.Region}:{Settings.AccountId}:{queue}";

    /// <summary>Returns up to <paramref name="most"/> visible messages and hides them for a while.</summary>
    public IReadOnlyList<QueueMessage> Receive(Queue queue, int most, TimeSpan hiddenFor)
    {
        var now = clock.GetUtcNow();
        var received = queue.Messages.Where(message => message.InvisibleUntil <= now).Take(most)
            .ToDictionary(message => message.Id, message => message with { ReceiveCount = message.ReceiveCount + 1, InvisibleUntil = now + hiddenFor });
        PutQueue(queue with { Messages = [.. queue.Messages.Select(message => received.GetValueOrDefault(message.Id, message))] });
        return [.. received.Values];
    }

    /// <summary>Hides the messages of the receipt handles for another while; zero makes them visible.</summary>
    public void Hide(Queue queue, IReadOnlyDictionary<string, TimeSpan> handles) => PutQueue(queue with
    {
        Messages =
        [
            .. queue.Messages.Select(message => handles.TryGetValue(message.ReceiptHandle, out var hidden)
                ? message with { InvisibleUntil = clock.GetUtcNow() + hidden }
                : message),
        ],
    });

    /// <summary>Moves the visible messages of a dead-letter queue to the queue that they came from.</summary>
    public void Redrive(Queue deadLetters, Queue target)
    {
        var now = clock.GetUtcNow();
        PutQueue(target with
        {
            Messages = [.. target.Messages, .. deadLetters.Messages.Where(message => message.InvisibleUntil <= now)],
            Depth = target.Depth with { Visible = target.Depth.Visible + deadLetters.Depth.Visible },
        });
        PutQueue(deadLetters with
        {
            Messages = [.. deadLetters.Messages.Where(message => message.InvisibleUntil > now)],
            Depth = deadLetters.Depth with { Visible = 0 },
        });
    }

    /// <summary>Counts the messages of a queue, those in flight apart.</summary>
    public QueueDepth DepthOf(Queue queue)
    {
        var hidden = queue.Messages.Count(message => message.InvisibleUntil > clock.GetUtcNow());
        return queue.Depth with { Visible = queue.Depth.Visible + queue.Messages.Count - hidden, InFlight = queue.Depth.InFlight + hidden };
    }
}
