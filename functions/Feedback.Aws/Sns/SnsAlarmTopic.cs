using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Feedback.Alerts;
using Feedback.Configuration;

namespace Feedback.Aws.Sns;

/// <inheritdoc cref="IAlarmTopic"/>
internal sealed class SnsAlarmTopic(IAmazonSimpleNotificationService sns, Settings settings) : IAlarmTopic
{
    /// <summary>The attribute that carries the alert's facts for machines.</summary>
    internal const string JsonAttribute = "json";

    public Task PublishAsync(AlertMail alert, string? topicArn, CancellationToken cancellationToken)
    {
        var attributes = alert.Attributes.ToDictionary(a => a.Key, a => Text(a.Value));
        attributes[JsonAttribute] = Text(alert.Json);
        return sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = topicArn ?? settings.AlarmTopicArn,
                Subject = alert.Subject,
                Message = alert.Text,
                MessageAttributes = attributes,
            },
            cancellationToken);
    }

    private static MessageAttributeValue Text(string text) => new() { DataType = "String", StringValue = text };
}
