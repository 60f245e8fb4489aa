using Feedback.Cli.Simulation;

namespace Feedback.Cli.Running;

/// <summary>A batch for one function.</summary>
/// <param name="Function">The function that reads the queue.</param>
/// <param name="Notifications">The notifications in the order in which they arrived.</param>
/// <param name="DeliveriesWaiting">The number of messages waiting in the delivery queue at that time.</param>
internal sealed record QueueBatch(string Function, IReadOnlyList<Notification> Notifications, int DeliveriesWaiting);
