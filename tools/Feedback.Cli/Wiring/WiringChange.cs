using Feedback.Aws.Ses;
using Feedback.Cli.SecondDetector;
using Feedback.Reputation;

namespace Feedback.Cli.Wiring;

/// <summary>A change of what SES publishes about a configuration set, or of the alarms that watch it.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Destination">The event destination, for changes of one.</param>
/// <param name="Alarm">The alarm, for changes of one.</param>
internal sealed record WiringChange(WiringChangeKind Kind, TopicDestination? Destination = null, SetAlarm? Alarm = null)
{
    public override string ToString() => Kind switch
    {
        WiringChangeKind.Create => $"create {Described}",
        WiringChangeKind.Update => $"update {Described}",
        WiringChangeKind.Delete => $"delete {Destination!.Name}",
        WiringChangeKind.CreateAlarm => $"create alarm {DescribedAlarm}",
        WiringChangeKind.UpdateAlarm => $"update alarm {DescribedAlarm}",
        WiringChangeKind.DeleteAlarm => $"delete alarm {Alarm!.Name}",
        _ => "enable reputation metrics",
    };

    private string Described => $"{Destination!.Name} ({string.Join(", ", Destination.EventTypes)} to {Destination.Topic})";

    private string DescribedAlarm => $"{Alarm!.Name} (from {Percent.Of(Alarm.Threshold)} on)";
}
