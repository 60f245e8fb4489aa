using Microsoft.Extensions.Logging;

namespace Feedback;

/// <summary>
/// The log events of the domain (100 to 199), in order of their ids; a group of ten for each topic. They contain message ids, recipient
/// hashes and names of configuration sets, but never an address or a body.
/// </summary>
internal static partial class Log
{
    // 100: Processing
    [LoggerMessage(100, LogLevel.Warning, "Message {SqsMessageId} is unreadable and will end in the dead-letter queue: {Reason}")]
    internal static partial void MessageUnreadable(ILogger logger, string sqsMessageId, string reason);

    [LoggerMessage(101, LogLevel.Information, "Message {SqsMessageId} is acknowledged without being counted: {Reason}")]
    internal static partial void MessageIgnored(ILogger logger, string sqsMessageId, string reason);

    [LoggerMessage(102, LogLevel.Error, "Processing message {SqsMessageId} failed; it stays in the queue")]
    internal static partial void MessageFailed(ILogger logger, Exception exception, string sqsMessageId);

    [LoggerMessage(
        103,
        LogLevel.Information,
        "Batch of {Messages} messages: {Recorded} recorded ({OfAnotherAccount} of another account), {Ignored} ignored, {Unreadable} unreadable, "
            + "{Left} left in the queue, {Milliseconds} ms")]
    internal static partial void BatchDone(
        ILogger logger, int messages, int recorded, int ofAnotherAccount, int ignored, int unreadable, int left, long milliseconds);

    [LoggerMessage(
        104, LogLevel.Warning, "Looking up the default configuration sets of {Identities} identities failed; their events are unattributed for now")]
    internal static partial void IdentitiesNotLookedUp(ILogger logger, Exception exception, int identities);

    [LoggerMessage(
        105,
        LogLevel.Warning,
        "{Refused} messages are about mail of accounts that SendingAccountIds does not list; they are acknowledged and not recorded")]
    internal static partial void AccountsRefused(ILogger logger, int refused);

    [LoggerMessage(106, LogLevel.Warning, "It could not be noted that SES reports mail of {Entity} in both formats; only `feedback doctor` misses it")]
    internal static partial void BothFormatsNotNoted(ILogger logger, Exception exception, string entity);

    // 110: Recording and Suppression
    [LoggerMessage(110, LogLevel.Error, "A transaction of {Observations} observations failed; their messages stay in the queue")]
    internal static partial void TransactionFailed(ILogger logger, Exception exception, int observations);

    [LoggerMessage(111, LogLevel.Error, "Updating the soft-bounce suppression of recipient {RecipientHash} failed")]
    internal static partial void StreakReviewFailed(ILogger logger, Exception exception, string recipientHash);

    [LoggerMessage(112, LogLevel.Error, "Checking the deliveries to {Recipients} recipients against soft-bounce suppressions failed")]
    internal static partial void DeliveriesNotReviewed(ILogger logger, Exception exception, int recipients);

    [LoggerMessage(
        113,
        LogLevel.Error,
        "The outcome of message {MessageId} for recipient {RecipientHash} can't be recorded; its message will end in the dead-letter queue")]
    internal static partial void OutcomeRefused(ILogger logger, Exception exception, string messageId, string recipientHash);

    // 120: Deciding
    [LoggerMessage(114, LogLevel.Error, "Reading the policy of {Entity} failed; its complaints suppress everywhere")]
    internal static partial void ComplaintScopeUnknown(ILogger logger, Exception exception, string entity);

    [LoggerMessage(120, LogLevel.Error, "Evaluating {Entity} failed; the sweep will try again")]
    internal static partial void EvaluationFailed(ILogger logger, Exception exception, string entity);

    [LoggerMessage(121, LogLevel.Warning, "{Entity}: {Kind}, reputation {Reputation}, sending {Sending}")]
    internal static partial void Transition(ILogger logger, string entity, string kind, string reputation, string sending);

    [LoggerMessage(122, LogLevel.Error, "Carrying out the decision for {Entity} failed; the sweep will try again")]
    internal static partial void ReconcileFailed(ILogger logger, Exception exception, string entity);

    [LoggerMessage(123, LogLevel.Error, "The depth of the delivery queue could not be read; until it can, no rate causes a pause")]
    internal static partial void DeliveryLagUnknown(ILogger logger, Exception exception);

    [LoggerMessage(125, LogLevel.Error, "SES could not be asked whether it publishes the deliveries of {Entity}; until it can, no rate causes a pause")]
    internal static partial void PublishingUnknown(ILogger logger, Exception exception, string entity);

    [LoggerMessage(124, LogLevel.Error, "The progress of the delivery batch could not be written; pauses may wait longer")]
    internal static partial void DeliveryProgressNotWritten(ILogger logger, Exception exception);

    // 130: Acting, pauses
    [LoggerMessage(130, LogLevel.Error, "Pausing {ConfigurationSet} is not complete; the sweep will try again")]
    internal static partial void PauseUnfinished(ILogger logger, Exception exception, string configurationSet);

    [LoggerMessage(131, LogLevel.Error, "SES reports that {ConfigurationSet} is still sending after its pause; the sweep will try again")]
    internal static partial void PauseNotSeen(ILogger logger, string configurationSet);

    [LoggerMessage(132, LogLevel.Warning, "{ConfigurationSet} was resumed while SES was being asked to pause it; it has been enabled again")]
    internal static partial void PauseOvertaken(ILogger logger, string configurationSet);

    [LoggerMessage(133, LogLevel.Warning, "{ConfigurationSet} is paused by {PausedBy}: {Why}")]
    internal static partial void Paused(ILogger logger, string configurationSet, string pausedBy, string why);

    // 140: Alerts
    [LoggerMessage(140, LogLevel.Error, "No alert target took the {Kind} alert of {Entity}; the next sweep publishes it again")]
    internal static partial void AlertFailed(ILogger logger, string kind, string entity);

    [LoggerMessage(141, LogLevel.Error, "Reading the sample events for the alert of {Entity} failed; the alert is published without them")]
    internal static partial void SampleNotTaken(ILogger logger, Exception exception, string entity);

    [LoggerMessage(142, LogLevel.Error, "Alert target {Target} did not take the alert \"{Alert}\"")]
    internal static partial void AlertTargetFailed(ILogger logger, Exception exception, string target, string alert);

    // 150: Acting, sweep
    [LoggerMessage(150, LogLevel.Error, "Reading the sending status of {Entity} from SES failed; the next sweep will try again")]
    internal static partial void DriftNotDetected(ILogger logger, Exception exception, string entity);

    [LoggerMessage(151, LogLevel.Information, "Swept {Entities} entities: {Evaluated} evaluated, {Milliseconds} ms")]
    internal static partial void Swept(ILogger logger, int entities, int evaluated, long milliseconds);

    [LoggerMessage(152, LogLevel.Error, "Publishing metrics failed")]
    internal static partial void MetricsFailed(ILogger logger, Exception exception);

    [LoggerMessage(153, LogLevel.Error, "Step {Step} of the sweep failed; the next sweep will try again")]
    internal static partial void SweepStepFailed(ILogger logger, Exception exception, string step);

    [LoggerMessage(154, LogLevel.Error, "The work item of {Entity} could not be completed; the sweep will evaluate it once more")]
    internal static partial void WorkNotCompleted(ILogger logger, Exception exception, string entity);

    [LoggerMessage(155, LogLevel.Error, "The work on {Entities} entities could not be written down; only this batch evaluates them")]
    internal static partial void WorkNotMarked(ILogger logger, Exception exception, int entities);

    // 160: Alarms
    [LoggerMessage(160, LogLevel.Information, "Alarm notification ignored: {Reason}")]
    internal static partial void AlarmIgnored(ILogger logger, string reason);

    // 170: Inbound
    [LoggerMessage(170, LogLevel.Warning, "{Refused} reports name no mail of ours; they are acknowledged and not recorded")]
    internal static partial void ReportsRefused(ILogger logger, int refused);

    [LoggerMessage(171, LogLevel.Information, "The report in message {SqsMessageId} names a mail that is not recorded yet; it stays in the queue for now")]
    internal static partial void ReportEarly(ILogger logger, string sqsMessageId);

    // 180: Announcing
    [LoggerMessage(180, LogLevel.Error, "The event bus did not take {Notices} notices of suppressed or released addresses; they are published again")]
    internal static partial void NoticesRefused(ILogger logger, int notices);

    [LoggerMessage(181, LogLevel.Error, "Publishing {Notices} notices of suppressed or released addresses failed; they are published again")]
    internal static partial void NoticesFailed(ILogger logger, Exception exception, int notices);

    // 190: Reporting
    [LoggerMessage(190, LogLevel.Information, "The digest of {Day} was sent as {MessageId}, {Milliseconds} ms")]
    internal static partial void DigestSent(ILogger logger, string day, string messageId, long milliseconds);

    [LoggerMessage(191, LogLevel.Information, "The digest of {Day} was sent before, or is being sent")]
    internal static partial void DigestSentBefore(ILogger logger, string day);

    [LoggerMessage(192, LogLevel.Information, "There is no recipient of a digest")]
    internal static partial void DigestOff(ILogger logger);

    [LoggerMessage(193, LogLevel.Warning, "The counts of the suppression list for the digest could not be added to; the list itself is complete")]
    internal static partial void SuppressionsNotCounted(ILogger logger, Exception exception);

    // 194: Mirroring
    [LoggerMessage(194, LogLevel.Information, "Recipient {RecipientHash} is on SES's suppression list now, as {Reason}")]
    internal static partial void MirroredOn(ILogger logger, string recipientHash, string reason);

    [LoggerMessage(195, LogLevel.Information, "Recipient {RecipientHash} was deleted from SES's suppression list")]
    internal static partial void MirroredOff(ILogger logger, string recipientHash);

    [LoggerMessage(196, LogLevel.Error, "SES refused recipient {RecipientHash} for its suppression list; feedback suppression sync --to-ses says why")]
    internal static partial void MirrorRefused(ILogger logger, string recipientHash);

    [LoggerMessage(197, LogLevel.Error, "SES's suppression list could not follow a change of recipient {RecipientHash}; it is tried again")]
    internal static partial void MirrorFailed(ILogger logger, Exception exception, string recipientHash);

    [LoggerMessage(198, LogLevel.Error, "The entry of recipient {RecipientHash} can't be read, and SES's suppression list does not follow its change")]
    internal static partial void MirrorUnreadable(ILogger logger, Exception exception, string recipientHash);

    [LoggerMessage(199, LogLevel.Information, "The invocation's time is over; the next one goes on with SES's suppression list from here")]
    internal static partial void MirrorOutOfTime(ILogger logger);
}
