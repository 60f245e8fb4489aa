using Feedback.Cli.Simulation;

namespace Feedback.Cli.Running;

/// <summary>The three queues. Each yields a batch when one is full, and the rest at the end.</summary>
internal static class Queues
{
    // Deliveries first, since a rate needs its denominator.
    private static readonly string[] Drained = [FeedbackFunctions.Delivery, FeedbackFunctions.Bounce, FeedbackFunctions.Complaint];

    public static IEnumerable<QueueBatch> Fill(IEnumerable<Notification> notifications)
    {
        var queues = Drained.ToDictionary(function => function, _ => new List<Notification>());
        foreach (var notification in notifications)
        {
            var function = FeedbackFunctions.Of(notification.Event);
            queues[function].Add(notification);
            if (queues[function].Count == FeedbackFunctions.BatchSize(function))
            {
                yield return Take(function);
            }
        }

        foreach (var function in Drained.Where(function => queues[function].Count > 0))
        {
            yield return Take(function);
        }

        QueueBatch Take(string function)
        {
            var taken = queues[function];
            queues[function] = [];
            return new QueueBatch(function, taken, queues[FeedbackFunctions.Delivery].Count);
        }
    }
}
