using System.Collections.Concurrent;

namespace Feedback.Local.Services.Sns;

/// <summary>The topics of SNS by their names.</summary>
internal sealed class SnsState
{
    private readonly ConcurrentDictionary<string, Topic> _topics = new();

    public Topic? Topic(string name) => _topics.GetValueOrDefault(name);

    /// <summary>Creates a topic, or replaces the one of the same name.</summary>
    public void PutTopic(Topic topic) => _topics[topic.Name] = topic;

    public void DeleteTopic(string name) => _topics.TryRemove(name, out _);

    /// <summary>Subscribes to a topic, which must exist.</summary>
    public void Subscribe(string topic, Subscription subscription) =>
        _topics[topic] = _topics[topic] with { Subscriptions = [.. _topics[topic].Subscriptions, subscription] };
}
