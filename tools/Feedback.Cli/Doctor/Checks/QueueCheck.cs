using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.Output;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds queues without a dead-letter queue, events that failed for good, and deliveries that no function fetches.</summary>
internal sealed class QueueCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) => [.. setUp.Queues.SelectMany(queue => Judge(setUp, queue)), .. Inbound(setUp)];

    private static IEnumerable<Finding> Inbound(SetUp setUp) => setUp.InboundDeadLetters is not > 0 ? [] :
    [
        new Finding(
            Severity.Warning,
            "dead-letters",
            "InboundQueue",
            $"{Figures.Count(setUp.InboundDeadLetters.Value, "message")} in its dead-letter queue.",
            "What these mails report is not counted, and their recipients not suppressed.",
            "feedback dlq list inbound"),
    ];

    private static IEnumerable<Finding> Judge(SetUp setUp, Queue queue)
    {
        if (!queue.HasDeadLetterQueue)
        {
            yield return new Finding(
                Severity.Warning,
                "dead-letters",
                queue.Name,
                "It has no dead-letter queue.",
                "A message that can't be recorded comes back until it expires, and then it is gone.",
                "Deploy the stack again: sam deploy");
        }

        if (queue.DeadLetters > 0)
        {
            yield return new Finding(
                queue.Kind == FeedbackKind.Delivery ? Severity.Error : Severity.Warning,
                "dead-letters",
                queue.Name,
                $"{Figures.Count(queue.DeadLetters.Value, "message")} in its dead-letter queue.",
                queue.Kind == FeedbackKind.Delivery
                    ? "The rates lack these deliveries, and pauses are held."
                    : "These events are not counted, and their recipients not suppressed.",
                "feedback dlq list");
        }

        if (queue is { Kind: FeedbackKind.Delivery, Waiting: > 0 } && setUp.Progress is { Count: 0 })
        {
            yield return new Finding(
                Severity.Error,
                "functions",
                "DeliveryFunction",
                $"It has processed nothing for a day, and {Figures.Count(queue.Waiting, "message waits", "messages wait")} in its queue.",
                "The rates lack all deliveries, and pauses are held.",
                "Look at the function's log and at its trigger: aws lambda list-event-source-mappings --event-source-arn " + queue.Arn);
        }
    }
}
