using Feedback.Cli.Doctor.SetUps;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds sets whose events come through EventBridge while EventBridge may not send to the deployment's queue.</summary>
internal sealed class EventBridgeCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) =>
        from kind in Routes.Kinds
        let queue = setUp.Queues.FirstOrDefault(queue => queue.Kind == kind)
        where queue is not null && queue.Policy?.Allows("events.amazonaws.com", "sqs:SendMessage", source: null, setUp.Settings.Deployment.AccountId) != true
        let sets = setUp.Sets.Where(set => IsOnBusOnly(set, kind)).Select(set => set.Name).ToList()
        where sets.Count > 0
        select new Finding(
            Severity.Error,
            "event-bridge",
            Routes.Names(sets),
            $"The {kind.ToString().ToUpperInvariant()} events go to EventBridge, which may not send to {queue.Name}.",
            "Feedback gets none of them.",
            "sam deploy --parameter-overrides EventBridgeRoute=true");

    private static bool IsOnBusOnly(SesSet set, FeedbackKind kind)
    {
        var targets = (set.Publishing?.To(kind) ?? []).Select(destination => destination.Target!).ToList();
        return targets.Count > 0 && targets.TrueForAll(target => target.Contains(":events:", StringComparison.Ordinal));
    }
}
