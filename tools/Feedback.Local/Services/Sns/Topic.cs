namespace Feedback.Local.Services.Sns;

/// <summary>A topic, with what is subscribed to it.</summary>
internal sealed record Topic(string Name)
{
    /// <summary>The access policy as JSON; null for a topic without one.</summary>
    public string? Policy { get; init; }

    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];
}
