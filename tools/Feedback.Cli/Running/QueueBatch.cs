using Feedback.Cli.Simulation;

namespace Feedback.Cli.Running;

/// <summary>What a function gets at once.</summary>
/// <param name="Function">Whose queue it is.</param>
/// <param name="Notifications">In the order in which they arrived.</param>
/// <param name="DeliveriesWaiting">Messages that wait in the delivery queue meanwhile.</param>
internal sealed record QueueBatch(string Function, IReadOnlyList<Notification> Notifications, int DeliveriesWaiting);
