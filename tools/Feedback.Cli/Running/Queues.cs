using Feedback.Cli.Simulation;

namespace Feedback.Cli.Running;

/// <summary>The three queues: each gives its function a batch when one is full, and in the end what is left.</summary>
internal static class Queues
{
    // The deliveries first, since a rate without its denominator says nothing.
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
