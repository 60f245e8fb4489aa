using Microsoft.Extensions.Logging;

namespace Feedback.Aws;

/// <summary>The log events of the AWS adapters (200 to 299). They never contain an address or a body.</summary>
internal static partial class AwsLog
{
    [LoggerMessage(200, LogLevel.Error, "The policy item of {Entity} is invalid; the deployment's policy applies instead")]
    internal static partial void PolicyInvalid(ILogger logger, Exception exception, string entity);

    [LoggerMessage(201, LogLevel.Warning, "The default configuration set of {Identity} could not be read from SES; its events stay unattributed for now")]
    internal static partial void IdentityNotRead(ILogger logger, Exception exception, string identity);

    [LoggerMessage(202, LogLevel.Error, "The alarm topic {TopicArn} of a set's own policy did not take an alert; the deployment's topic gets it")]
    internal static partial void OwnTopicFailed(ILogger logger, Exception exception, string topicArn);

    [LoggerMessage(203, LogLevel.Information, "The counters of {Entity} in the hour from {Hour} were not merged; the next evaluation will try again")]
    internal static partial void CountersNotMerged(ILogger logger, Exception exception, string entity, DateTimeOffset hour);

    [LoggerMessage(204, LogLevel.Error, "The outcome of message {MessageId} for recipient {RecipientHash} can't be read and is left out of an alert")]
    internal static partial void EventNotRead(ILogger logger, Exception exception, string messageId, string recipientHash);

    [LoggerMessage(205, LogLevel.Error, "The state item of {Entity} can't be read; the other entities are not affected")]
    internal static partial void StateUnreadable(ILogger logger, Exception exception, string entity);

    [LoggerMessage(206, LogLevel.Error, "The event bus {EventBus} refused an event: {ErrorCode} {ErrorMessage}")]
    internal static partial void EventRefused(ILogger logger, string eventBus, string errorCode, string? errorMessage);
}
