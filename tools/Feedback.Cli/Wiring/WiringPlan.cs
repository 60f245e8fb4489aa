using Feedback.Aws.Ses;

namespace Feedback.Cli.Wiring;

/// <summary>Decides what must change so that a configuration set publishes its events to a deployment, or no longer does.</summary>
internal static class WiringPlan
{
    /// <summary>
    /// Returns nothing for a set that publishes all types already, whatever its destinations are called. Destinations that have our names are
    /// ours: one that differs is replaced. All others stay as they are.
    /// </summary>
    public static IReadOnlyList<WiringChange> ToWire(PublishingSet set, IReadOnlyList<TopicDestination> wanted)
    {
        var changes = wanted
            .Where(destination => !IsCovered(set, destination))
            .Select(destination => new WiringChange(
                set.Destinations.Any(existing => existing.Name == destination.Name) ? WiringChangeKind.Update : WiringChangeKind.Create, destination));
        return set.ReputationMetrics ? [.. changes] : [.. changes, new WiringChange(WiringChangeKind.EnableReputationMetrics)];
    }

    /// <summary>
    /// Deletes the destinations that have our names and our topics. The reputation metrics stay on: who enabled them can't be seen, and SES's
    /// own alarms may need them.
    /// </summary>
    public static IReadOnlyList<WiringChange> ToUndo(PublishingSet set, IReadOnlyList<TopicDestination> wanted) =>
    [
        .. set.Destinations
            .Where(existing => wanted.Any(destination => destination.Name == existing.Name && destination.Topic == existing.Topic))
            .Select(existing => new WiringChange(WiringChangeKind.Delete, existing)),
    ];

    private static bool IsCovered(PublishingSet set, TopicDestination wanted) => wanted.EventTypes.All(type => set.Destinations.Any(
        existing => existing.Enabled && existing.Topic == wanted.Topic && existing.EventTypes.Contains(type)));
}
