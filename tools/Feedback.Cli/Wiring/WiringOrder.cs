using Feedback.Aws.Ses;

namespace Feedback.Cli.Wiring;

/// <summary>What a run of <c>feedback wire</c> is to reach.</summary>
/// <param name="Destinations">The event destinations that each set should have.</param>
/// <param name="Alarms">What is to become of the alarms; null to leave them as they are.</param>
/// <param name="IsUndo">Whether the destinations are to be deleted instead.</param>
/// <param name="IsDryRun">Whether nothing is changed.</param>
internal sealed record WiringOrder(IReadOnlyList<TopicDestination> Destinations, AlarmOrder? Alarms, bool IsUndo, bool IsDryRun);
