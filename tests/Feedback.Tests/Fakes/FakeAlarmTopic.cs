using Feedback.Alerts;

namespace Feedback.Tests.Fakes;

internal sealed class FakeAlarmTopic(Faults faults) : IAlarmTopic
{
    internal List<(AlertMail Mail, string? TopicArn)> Published { get; } = [];

    /// <summary>What each published alert tells, in order.</summary>
    internal IReadOnlyList<string> Kinds => Published.Select(p => p.Mail.Attributes["kind"]).ToList();

    public Task PublishAsync(AlertMail alert, string? topicArn, CancellationToken cancellationToken) =>
        faults.CallAsync("topic.Publish", () =>
        {
            Published.Add((alert, topicArn));
            return true;
        }, cancellationToken);
}
