using Microsoft.Extensions.Logging;

namespace Feedback;

/// <summary>Every log line of the library. Never an address, never a body: message ids, recipient hashes, set names.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning, "Message {SqsMessageId} can't be read and will end in the dead-letter queue: {Reason}")]
    internal static partial void MessageUnreadable(ILogger logger, string sqsMessageId, string reason);

    [LoggerMessage(101, LogLevel.Information, "Message {SqsMessageId} is acknowledged and not counted: {Reason}")]
    internal static partial void MessageIgnored(ILogger logger, string sqsMessageId, string reason);

    [LoggerMessage(102, LogLevel.Error, "Message {SqsMessageId} failed")]
    internal static partial void MessageFailed(ILogger logger, Exception exception, string sqsMessageId);

    [LoggerMessage(103, LogLevel.Information, "Batch of {Messages}: {Recorded} recorded ({OfAnotherAccount} of another account), {Ignored} ignored, {Unreadable} unreadable, {Left} left in the queue, {Milliseconds} ms")]
    internal static partial void BatchDone(ILogger logger, int messages, int recorded, int ofAnotherAccount, int ignored, int unreadable, int left, long milliseconds);

    [LoggerMessage(110, LogLevel.Error, "A transaction of {Observations} observations was not recorded; its messages stay in the queue")]
    internal static partial void TransactionFailed(ILogger logger, Exception exception, int observations);

    [LoggerMessage(111, LogLevel.Error, "The soft bounces of recipient {RecipientHash} were not checked against the limit; its next soft bounce is")]
    internal static partial void StreakReviewFailed(ILogger logger, Exception exception, string recipientHash);

    [LoggerMessage(112, LogLevel.Error, "The soft-bounce suppressions of {Recipients} recipients with late deliveries were not checked")]
    internal static partial void LateDeliveriesNotReviewed(ILogger logger, Exception exception, int recipients);

    [LoggerMessage(120, LogLevel.Error, "Evaluating {Entity} failed; the sweep tries again")]
    internal static partial void EvaluationFailed(ILogger logger, Exception exception, string entity);

    [LoggerMessage(121, LogLevel.Warning, "{Entity}: {Kind}, reputation {Reputation}, sending {Sending}")]
    internal static partial void Transition(ILogger logger, string entity, string kind, string reputation, string sending);

    [LoggerMessage(123, LogLevel.Error, "The delivery queue could not be asked for its depth: nothing is paused by rate until it can")]
    internal static partial void DeliveryLagUnknown(ILogger logger, Exception exception);

    [LoggerMessage(130, LogLevel.Error, "Pausing {ConfigurationSet} is not finished; the sweep tries again")]
    internal static partial void PauseUnfinished(ILogger logger, Exception exception, string configurationSet);

    [LoggerMessage(131, LogLevel.Error, "SES says that {ConfigurationSet} still sends after it was paused; the sweep tries again")]
    internal static partial void PauseNotSeen(ILogger logger, string configurationSet);

    [LoggerMessage(132, LogLevel.Warning, "{ConfigurationSet} was resumed while its pause was on its way to SES; it is enabled again")]
    internal static partial void PauseOvertaken(ILogger logger, string configurationSet);

    [LoggerMessage(133, LogLevel.Warning, "{ConfigurationSet} is paused by {PausedBy}: {Why}")]
    internal static partial void Paused(ILogger logger, string configurationSet, string pausedBy, string why);

    [LoggerMessage(140, LogLevel.Error, "The {Kind} alert of {Entity} was not published; the sweep tries again")]
    internal static partial void AlertFailed(ILogger logger, Exception exception, string kind, string entity);

    [LoggerMessage(142, LogLevel.Error, "The alarm topic {TopicArn} of a set's own policy took no mail; it goes to the deployment's")]
    internal static partial void OwnTopicFailed(ILogger logger, Exception exception, string topicArn);

    [LoggerMessage(141, LogLevel.Error, "What is behind the alert of {Entity} was not read; it goes without")]
    internal static partial void SampleNotTaken(ILogger logger, Exception exception, string entity);

    [LoggerMessage(122, LogLevel.Error, "What was decided for {Entity} is not finished; the sweep tries again")]
    internal static partial void ReconcileFailed(ILogger logger, Exception exception, string entity);

    [LoggerMessage(150, LogLevel.Error, "SES was not asked about {Entity}; the next sweeps ask again")]
    internal static partial void DriftNotDetected(ILogger logger, Exception exception, string entity);

    [LoggerMessage(151, LogLevel.Information, "Swept {Entities} entities: {Evaluated} evaluated, {Milliseconds} ms")]
    internal static partial void Swept(ILogger logger, int entities, int evaluated, long milliseconds);

    [LoggerMessage(152, LogLevel.Error, "Metrics were not published")]
    internal static partial void MetricsFailed(ILogger logger, Exception exception);

    [LoggerMessage(160, LogLevel.Information, "Alarm notification ignored: {Reason}")]
    internal static partial void AlarmIgnored(ILogger logger, string reason);
}
