using Feedback.Notifications;
using Feedback.Processing;
using Microsoft.Extensions.Logging;

namespace Feedback.Inbound;

/// <summary>
/// Processes a batch of mails that SES received: reads each, matches the report in it with the ledger, and records what it proves with the
/// batch that records SES's own events.
/// </summary>
internal sealed class InboundBatch(IMailStore store, ReportMatcher matcher, FeedbackBatch batch, TimeProvider time, ILogger<InboundBatch> logger)
{
    /// <summary>
    /// As much of a mail as is read. The report comes before the mail that it returns, and the headers of that mail before its content.
    /// </summary>
    internal const int MailBytes = 256 * 1024;

    /// <summary>How long a report waits for the delivery that it is about to be recorded, before it counts as one about foreign mail.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <inheritdoc cref="FeedbackBatch.HandleAsync"/>
    internal async Task<IReadOnlyList<string>> HandleAsync(IReadOnlyList<IncomingMessage> messages, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        using var deadline = Deadline.Of(remaining, time);
        var tally = new BatchTally();
        var events = new List<(string, FeedbackEvent)>();
        var refused = 0;
        foreach (var message in messages)
        {
            try
            {
                var match = await ReadAsync(message, tally, deadline.Token);
                if (match is ReportMatch.Ours ours)
                {
                    events.Add((message.Id, ours.Feedback));
                }

                refused += match is ReportMatch.Unknown unknown && Refuse(message, unknown, tally) ? 1 : 0;
            }
            catch (Exception exception)
            {
                // The boundary of one message: its failure must not keep the others from being recorded.
                Log.MessageFailed(logger, exception, message.Id);
            }
        }

        if (refused > 0)
        {
            Log.ReportsRefused(logger, refused);
        }

        return await batch.RecordAsync([.. messages.Select(message => message.Id)], events, tally, remaining - time.GetElapsedTime(started));
    }

    /// <returns>Null for a mail that reports nothing; it is in the tally then.</returns>
    private async Task<ReportMatch?> ReadAsync(IncomingMessage message, BatchTally tally, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (StoredMail.Parse(message.Body) is not { } stored)
        {
            tally.Refuse();
            Log.MessageUnreadable(logger, message.Id, "the body is no event of S3 about a new object");
            return null;
        }

        if (await store.ReadAsync(stored, MailBytes, cancellationToken) is not { } mail)
        {
            return Ignore(message, tally, "the mail has been deleted");
        }

        switch (MailParser.Parse(mail))
        {
            case ParsedMail.Report report
                when await matcher.MatchAsync(report.Content, stored.StoredAt, cancellationToken) is not ReportMatch.Known and var match:
                return match;
            case ParsedMail.Other other:
                return Ignore(message, tally, other.Reason);
            default:
                return Ignore(message, tally, "what the report says is recorded already");
        }
    }

    /// <summary>A report may overtake the event of the delivery: until it is late, it comes again after the queue's visibility timeout.</summary>
    private bool Refuse(IncomingMessage message, ReportMatch.Unknown unknown, BatchTally tally)
    {
        if (unknown.NamesAMail && message.SentAt is { } sentAt && time.GetUtcNow() - sentAt < Patience)
        {
            Log.ReportEarly(logger, message.Id);
            return false;
        }

        Ignore(message, tally, "the report names no mail of ours");
        return true;
    }

    private ReportMatch? Ignore(IncomingMessage message, BatchTally tally, string reason)
    {
        tally.Ignore(message.Id);
        Log.MessageIgnored(logger, message.Id, reason);
        return null;
    }
}
