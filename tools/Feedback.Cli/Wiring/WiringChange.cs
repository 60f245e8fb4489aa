using Feedback.Aws.Ses;

namespace Feedback.Cli.Wiring;

/// <summary>A change of what SES publishes about a configuration set.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Destination">The event destination; null for the reputation metrics.</param>
internal sealed record WiringChange(WiringChangeKind Kind, TopicDestination? Destination = null)
{
    public override string ToString() => Kind switch
    {
        WiringChangeKind.Create => $"create {Described}",
        WiringChangeKind.Update => $"update {Described}",
        WiringChangeKind.Delete => $"delete {Destination!.Name}",
        _ => "enable reputation metrics",
    };

    private string Described => $"{Destination!.Name} ({string.Join(", ", Destination.EventTypes)} to {Destination.Topic})";
}
