using Microsoft.Extensions.Logging;

namespace Feedback.Aws;

/// <summary>Every log line of the AWS side. Never an address, never a body.</summary>
internal static partial class AwsLog
{
    [LoggerMessage(200, LogLevel.Error, "The policy item of {Entity} is not valid; the deployment's policy holds")]
    internal static partial void PolicyInvalid(ILogger logger, Exception exception, string entity);

    [LoggerMessage(202, LogLevel.Information, "The counters of {Entity} in the hour from {Hour} were not merged; the next evaluation tries again")]
    internal static partial void CountersNotMerged(ILogger logger, Exception exception, string entity, DateTimeOffset hour);

    [LoggerMessage(203, LogLevel.Error, "The outcome of message {MessageId} for recipient {RecipientHash} can't be read and is left out of an alert")]
    internal static partial void EventNotRead(ILogger logger, Exception exception, string messageId, string recipientHash);

    [LoggerMessage(201, LogLevel.Warning, "SES did not say which configuration set is the default of {Identity}; its feedback stays unattributed for now")]
    internal static partial void IdentityNotRead(ILogger logger, Exception exception, string identity);
}
