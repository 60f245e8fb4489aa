using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.Sns;

/// <summary>
/// Publishes mails to the topic that the entity's policy names, else to the deployment's. If the policy's own topic does not take an alert,
/// the deployment's gets it, so that a deleted or forbidden topic leaves no alert unread.
/// </summary>
internal sealed class MailTarget(AlertTopics topics, Settings settings, ILogger<MailTarget> logger) : IAlertTarget
{
    /// <summary>The time limit for an entity's own topic. Both topics together take less than a state's lease.</summary>
    internal static readonly TimeSpan OwnTopicBudget = TimeSpan.FromSeconds(15);

    public string Name => "mail";

    public bool Wants(Alert alert) => true;

    public async Task PublishAsync(Alert alert, Policy policy, CancellationToken cancellationToken)
    {
        var mail = alert.Mail;
        if (policy.AlarmTopicArn is not { } ownTopic || !await TryPublishAsync(mail, ownTopic, cancellationToken))
        {
            var told = policy.AlarmTopicArn is null ? mail : Explained(mail, policy.AlarmTopicArn);
            await PublishAsync(told, settings.AlarmTopicArn, AlertTopics.Budget, cancellationToken);
        }
    }

    private static AlertMail Explained(AlertMail mail, string ownTopic) =>
        mail with { Text = $"{mail.Text}\nThe set's own alarm topic did not take this alert: {ownTopic}\n" };

    private async Task<bool> TryPublishAsync(AlertMail mail, string ownTopic, CancellationToken cancellationToken)
    {
        try
        {
            await PublishAsync(mail, ownTopic, OwnTopicBudget, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            AwsLog.OwnTopicFailed(logger, exception, ownTopic);
            return false;
        }
    }

    private Task PublishAsync(AlertMail mail, string topicArn, TimeSpan budget, CancellationToken cancellationToken) =>
        topics.PublishAsync(topicArn, mail.Subject, mail.Text, mail, budget, cancellationToken);
}
