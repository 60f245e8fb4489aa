using Feedback.Cli.Dashboards;
using Feedback.Notifications;

namespace Feedback.Cli.Simulation.Account;

/// <summary>
/// Records what AWS would publish of the queues and functions of a simulated account. Bounces and complaints are processed in the second in
/// which they arrive, so their queues are always empty.
/// </summary>
internal sealed class AccountMetrics(DashboardRecording recording, DeliveryPipeline deliveries)
{
    private const string Queues = "AWS/SQS";
    private const string Functions = "AWS/Lambda";

    private readonly Dictionary<FeedbackKind, long> _arrived = [];
    private (long All, long Failed) _invocations;

    public void Arrived(Arrivals arrived)
    {
        Add(FeedbackKind.Delivery, arrived.Deliveries.Count);
        foreach (var other in arrived.Others)
        {
            if (NotificationParser.Parse(other.Body) is ParsedNotification.Event { Feedback.Kind: var kind })
            {
                Add(kind, 1);
            }
        }
    }

    /// <summary>Records the minute that ends now, in which the sweep ran once.</summary>
    public void EndMinute(DateTimeOffset now)
    {
        OfQueue(FeedbackKind.Bounce, TimeSpan.Zero, deadLetters: 0, now);
        OfQueue(FeedbackKind.Complaint, TimeSpan.Zero, deadLetters: 0, now);
        OfQueue(FeedbackKind.Delivery, deliveries.OldestAge(now), deliveries.DeadLetters, now);
        _arrived.Clear();

        var before = _invocations;
        _invocations = deliveries.Invocations;
        OfFunction("DeliveryFunction", "Invocations", _invocations.All - before.All, now);
        OfFunction("DeliveryFunction", "Errors", _invocations.Failed - before.Failed, now);
        OfFunction("DeliveryFunction", "ConcurrentExecutions", deliveries.Busy, now);
        OfFunction("ReputationFunction", "Invocations", 1, now);
        OfFunction("ReputationFunction", "Errors", 0, now);
    }

    private void Add(FeedbackKind kind, long count) => _arrived[kind] = _arrived.GetValueOrDefault(kind) + count;

    private void OfQueue(FeedbackKind kind, TimeSpan oldest, long deadLetters, DateTimeOffset now)
    {
        recording.Put(Queues, "NumberOfMessagesSent", "QueueName", $"{kind}Queue", _arrived.GetValueOrDefault(kind), now);
        recording.Put(Queues, "ApproximateAgeOfOldestMessage", "QueueName", $"{kind}Queue", oldest.TotalSeconds, now);
        recording.Put(Queues, "ApproximateNumberOfMessagesVisible", "QueueName", $"{kind}DeadLetterQueue", deadLetters, now);
    }

    private void OfFunction(string function, string metric, double value, DateTimeOffset now) =>
        recording.Put(Functions, metric, "FunctionName", function, value, now);
}
