using Feedback.Notifications;

namespace Feedback.Deciding.Lag;

/// <summary>What SES publishes of a configuration set, and where.</summary>
/// <param name="Destinations">All event destinations of the set, including disabled ones.</param>
internal sealed record EventPublishing(IReadOnlyList<EventDestination> Destinations)
{
    /// <summary>
    /// Returns whether events of this type may come to us: an enabled destination sends them to a topic or a bus. Whether our queue gets
    /// them from there can't be seen in SES.
    /// </summary>
    internal bool Publishes(FeedbackKind kind) => To(kind).Any();

    /// <summary>Returns the enabled destinations that send events of this type to a topic or a bus.</summary>
    internal IEnumerable<EventDestination> To(FeedbackKind kind) =>
        Destinations.Where(destination => destination is { Enabled: true, Target: not null } && destination.Events.Contains(kind));
}
