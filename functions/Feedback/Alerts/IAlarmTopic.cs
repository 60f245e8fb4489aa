namespace Feedback.Alerts;

/// <summary>The SNS topic that on-call reads by mail, chat or pager.</summary>
internal interface IAlarmTopic
{
    /// <param name="alert">What to publish.</param>
    /// <param name="topicArn">A policy's own topic; null for the deployment's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PublishAsync(AlertMail alert, string? topicArn, CancellationToken cancellationToken);
}
