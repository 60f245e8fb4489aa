using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Aws.Sns;

/// <summary>
/// Publishes the chat's form of every alert to a topic of its own, if the deployment has one: the chat drops any other message, and a mailbox
/// would show JSON.
/// </summary>
internal sealed class ChatTarget(AlertTopics topics, Settings settings) : IAlertTarget
{
    public string Name => "chat";

    public bool Wants(Alert alert) => settings.ChatTopicArn is not null;

    public Task PublishAsync(Alert alert, Policy policy, CancellationToken cancellationToken) =>
        topics.PublishAsync(settings.ChatTopicArn!, alert.Mail.Subject, alert.Chat, alert.Mail, AlertTopics.Budget, cancellationToken);
}
