using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Feedback.Alerts;

namespace Feedback.Aws.Sns;

/// <summary>Publishes the forms of an alert to SNS topics, each within its time.</summary>
internal sealed class AlertTopics(IAmazonSimpleNotificationService sns, TimeProvider time)
{
    /// <summary>The message attribute that holds the alert's facts as JSON.</summary>
    internal const string JsonAttribute = "json";

    /// <summary>The time limit for a topic, the SDK's retries included.</summary>
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    internal async Task PublishAsync(string topicArn, string subject, string message, AlertMail facts, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var attributes = facts.Attributes.ToDictionary(attribute => attribute.Key, attribute => Text(attribute.Value));
        attributes[JsonAttribute] = Text(facts.Json);
        await sns.PublishAsync(
            new PublishRequest { TopicArn = topicArn, Subject = subject, Message = message, MessageAttributes = attributes },
            both.Token);
    }

    private static MessageAttributeValue Text(string text) => new() { DataType = "String", StringValue = text };
}
