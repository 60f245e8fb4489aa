using Feedback.Cli.Doctor.SetUps;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Names the sets whose events come through EventBridge only: the rule behind it is not looked at.</summary>
internal sealed class EventBridgeCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) =>
        from set in setUp.Sets
        where set.Publishing is not null
        let types = Enum.GetValues<FeedbackKind>().Where(kind => IsOnBusOnly(set, kind)).Select(kind => kind.ToString().ToUpperInvariant()).ToList()
        where types.Count > 0
        select new Finding(
            Severity.Info,
            "event-bridge",
            set.Name,
            $"Its {string.Join(", ", types)} events go through EventBridge.",
            "Whether a rule sends them to the deployment's queues was not checked.",
            "Send a mail to bounce@simulator.amazonses.com through the set, and look for it with feedback status.");

    private static bool IsOnBusOnly(SesSet set, FeedbackKind kind)
    {
        var targets = set.Publishing!.To(kind).Select(destination => destination.Target!).ToList();
        return targets.Count > 0 && targets.TrueForAll(target => target.Contains(":events:", StringComparison.Ordinal));
    }
}
