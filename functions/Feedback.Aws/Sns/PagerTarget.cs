using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Aws.Sns;

/// <summary>Publishes the alerts that can't wait to the pager's topic, if the deployment has one.</summary>
internal sealed class PagerTarget(AlertTopics topics, Settings settings) : IAlertTarget
{
    public string Name => "pager";

    public bool Wants(Alert alert) => settings.PagerTopicArn is not null && alert.Page is not null;

    public Task PublishAsync(Alert alert, Policy policy, CancellationToken cancellationToken)
    {
        var page = alert.Page!;
        return topics.PublishAsync(settings.PagerTopicArn!, page.Subject, page.Json, alert.Mail, AlertTopics.Budget, cancellationToken);
    }
}
