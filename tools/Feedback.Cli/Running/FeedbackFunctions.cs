using Feedback.Cli.Simulation;
using Feedback.Notifications;

namespace Feedback.Cli.Running;

/// <summary>The functions, by the names that can be typed, and the batch sizes of their queues.</summary>
internal static class FeedbackFunctions
{
    public const string Bounce = "BounceFunction";
    public const string Complaint = "ComplaintFunction";
    public const string Delivery = "DeliveryFunction";
    public const string Reputation = "ReputationFunction";
    public const string Alarm = "AlarmFunction";

    /// <summary>Only deployments with InboundMail have it.</summary>
    public const string Inbound = "InboundFunction";

    public static IReadOnlyList<string> All { get; } = [Bounce, Complaint, Delivery, Reputation, Alarm, Inbound];

    public static bool ReadsAQueue(string function) => function is Bounce or Complaint or Delivery or Inbound;

    /// <summary>The batch sizes of template.yaml: deliveries come in large batches, bounces without delay.</summary>
    public static int BatchSize(string function) => function == Delivery ? 1_000 : 100;

    public static string Queue(string function) => function.Replace("Function", "Queue", StringComparison.Ordinal);

    public static string Of(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Bounce => Bounce,
        FeedbackKind.Complaint => Complaint,
        _ => Delivery,
    };

    public static string Of(SimulatedEvent happened) => happened switch
    {
        SimulatedEvent.Bounce => Bounce,
        SimulatedEvent.Complaint => Complaint,
        _ => Delivery,
    };

    /// <summary>Finds a function by <c>BounceFunction</c>, <c>Bounce</c> or <c>bounce</c>; null for any other name.</summary>
    public static string? Named(string name) =>
        All.FirstOrDefault(function =>
            name.Equals(function, StringComparison.OrdinalIgnoreCase) || $"{name}Function".Equals(function, StringComparison.OrdinalIgnoreCase));
}
