using Feedback.Cli.SecondDetector;
using Feedback.Reputation;

namespace Feedback.Cli.Wiring;

/// <summary>Decides what must change so that a configuration set has its second detector, or no longer has it.</summary>
internal static class AlarmPlan
{
    /// <summary>Returns nothing for a rate on which AlarmFunction gets an alarm already, whatever its name. One of ours that differs is replaced.</summary>
    public static IReadOnlyList<WiringChange> ToWire(AlarmOrder order, string set, Policy policy) =>
    [
        .. SetAlarm.Wanted(set, policy, order.Topic)
            .Where(wanted => !AlarmReview.IsDone(order.Existing, wanted))
            .Select(wanted => new WiringChange(
                order.Existing.Any(alarm => alarm.Name == wanted.Name) ? WiringChangeKind.UpdateAlarm : WiringChangeKind.CreateAlarm, Alarm: wanted)),
    ];

    /// <summary>Deletes the alarms of the set that are ours.</summary>
    public static IReadOnlyList<WiringChange> ToUndo(AlarmOrder order, string set) =>
        [.. order.Ours.Where(alarm => alarm.ConfigurationSet == set).Select(alarm => new WiringChange(WiringChangeKind.DeleteAlarm, Alarm: alarm))];
}
