using Feedback.Inbound.Mime;
using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>Finds out what a mail reports. Never throws.</summary>
internal static class MailParser
{
    /// <summary>A report names one mail. More ids than these are of a conversation, not of the report.</summary>
    private const int MostMessageIds = 3;

    /// <summary>As many as SES takes for one mail.</summary>
    private const int MostRecipients = 50;

    internal static ParsedMail Parse(ReadOnlySpan<byte> mail)
    {
        var entity = MimeEntity.Read(mail);
        var parts = entity.All().ToList();
        if (Part(parts, "message/delivery-status", "message/global-delivery-status") is { } status)
        {
            var blocks = HeaderFields.ReadAll(status.Text);
            var (kind, recipients) = DeliveryStatusReader.Read(blocks);
            var ids = Returned(parts).SelectMany(Ids).Concat(blocks.SelectMany(block => In(block, "X-Original-Message-ID"))).Concat(Threaded(entity));
            return Report(kind, ids, recipients, "a delivery status that reports no failure and no delay of an address");
        }

        if (Part(parts, "message/feedback-report") is { } report)
        {
            var at = 0;
            var fields = HeaderFields.Read(report.Text, ref at);
            var returned = Returned(parts).ToList();
            var recipients = FeedbackReportReader.Read(fields, returned.FirstOrDefault(), out var reason);
            var otherwise = reason.Length > 0 ? reason : "a feedback report that names no recipient";
            return Report(FeedbackKind.Complaint, returned.SelectMany(Ids).Concat(Threaded(entity)), recipients, otherwise);
        }

        return new ParsedMail.Other("no report of a mail server");
    }

    private static ParsedMail Report(FeedbackKind kind, IEnumerable<string> ids, IReadOnlyList<ReportedRecipient> recipients, string otherwise) =>
        recipients.Count == 0
            ? new ParsedMail.Other(otherwise)
            : new ParsedMail.Report(new MailReport(kind, [.. ids.Distinct().Take(MostMessageIds)], [.. recipients.Take(MostRecipients)]));

    private static MimeEntity? Part(IEnumerable<MimeEntity> parts, params ReadOnlySpan<string> types)
    {
        foreach (var part in parts)
        {
            if (types.Contains(part.Type.MediaType))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>The headers of the mail that is reported. Some servers return the whole mail, some its headers.</summary>
    private static IEnumerable<HeaderFields> Returned(IEnumerable<MimeEntity> parts) => parts
        .Where(part => part.Type.MediaType is "message/rfc822" or "message/global" or "message/global-headers"
            or "text/rfc822-headers" or "text/rfc822" or "message/rfc822-headers")
        .Select(part =>
        {
            var at = 0;
            return HeaderFields.Read(part.Text, ref at);
        });

    private static IEnumerable<string> Ids(HeaderFields returned) => In(returned, "Message-ID");

    /// <summary>Some servers return nothing of the mail, but answer it.</summary>
    private static IEnumerable<string> Threaded(MimeEntity mail) => In(mail.Headers, "In-Reply-To").Concat(In(mail.Headers, "References"));

    private static IEnumerable<string> In(HeaderFields fields, string name) => fields.All(name).SelectMany(SesMessageId.In);
}
