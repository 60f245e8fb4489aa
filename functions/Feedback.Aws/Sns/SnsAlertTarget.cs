using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.Sns;

/// <summary>
/// Publishes alerts to an SNS topic: the one that the entity's policy names, else the deployment's. If the policy's own topic does not take
/// an alert, the deployment's gets it, so that a deleted or forbidden topic leaves no alert unread.
/// </summary>
internal sealed class SnsAlertTarget(IAmazonSimpleNotificationService sns, Settings settings, TimeProvider time, ILogger<SnsAlertTarget> logger) : IAlertTarget
{
    /// <summary>The message attribute that holds the alert's facts as JSON.</summary>
    internal const string JsonAttribute = "json";

    /// <summary>How long an entity's own topic may take, with the SDK's retries. Both topics together take less than a state's lease.</summary>
    internal static readonly TimeSpan OwnTopicBudget = TimeSpan.FromSeconds(15);

    /// <summary>How long the deployment's topic may take.</summary>
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    public string Name => "SNS";

    public async Task PublishAsync(AlertMail alert, Policy policy, CancellationToken cancellationToken)
    {
        if (policy.AlarmTopicArn is not { } ownTopic || !await TryPublishAsync(alert, ownTopic, cancellationToken))
        {
            var told = policy.AlarmTopicArn is null ? alert : Explained(alert, policy.AlarmTopicArn);
            await PublishAsync(told, settings.AlarmTopicArn, Budget, cancellationToken);
        }
    }

    private static AlertMail Explained(AlertMail alert, string ownTopic) =>
        alert with { Text = $"{alert.Text}\nThe set's own alarm topic did not take this alert: {ownTopic}\n" };

    private async Task<bool> TryPublishAsync(AlertMail alert, string ownTopic, CancellationToken cancellationToken)
    {
        try
        {
            await PublishAsync(alert, ownTopic, OwnTopicBudget, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            AwsLog.OwnTopicFailed(logger, exception, ownTopic);
            return false;
        }
    }

    private async Task PublishAsync(AlertMail alert, string topicArn, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var attributes = alert.Attributes.ToDictionary(attribute => attribute.Key, attribute => Text(attribute.Value));
        attributes[JsonAttribute] = Text(alert.Json);
        var request = new PublishRequest { TopicArn = topicArn, Subject = alert.Subject, Message = alert.Text, MessageAttributes = attributes };
        await sns.PublishAsync(request, both.Token);
    }

    private static MessageAttributeValue Text(string text) => new() { DataType = "String", StringValue = text };
}
