using Feedback.Inbound.Mime;
using Feedback.Notifications;
using Feedback.Notifications.Wire;

namespace Feedback.Inbound;

/// <summary>Reads a <c>message/delivery-status</c> (RFC 3464): a block of fields about the message, and one about each recipient.</summary>
internal static class DeliveryStatusReader
{
    /// <summary>
    /// A report of failures is a bounce, also if it names delays beside them: each delay is followed by a report or a delivery of its own.
    /// </summary>
    internal static (FeedbackKind Kind, IReadOnlyList<ReportedRecipient> Recipients) Read(IReadOnlyList<HeaderFields> blocks)
    {
        var recipients = blocks.Select(Recipient).OfType<ReportedRecipient>().ToList();
        var failed = recipients.Where(recipient => recipient.Evidence != Evidence.Delayed).ToList();
        return failed.Count > 0 ? (FeedbackKind.Bounce, failed) : (FeedbackKind.DeliveryDelay, recipients);
    }

    private static ReportedRecipient? Recipient(HeaderFields block)
    {
        var (action, status) = (block.First("Action"), block.First("Status"));
        var evidence = DeliveryStatus.Evaluate(action, status);
        var addresses = Reported.Addresses(block.All("Original-Recipient").Concat(block.All("Final-Recipient")));
        return evidence == Evidence.None || addresses.Count == 0
            ? null
            : new ReportedRecipient(
                addresses,
                evidence,
                $"{Reported.ByMail}/{DeliveryStatus.Label(action, status)}",
                block.First("Diagnostic-Code") is { } diagnostic ? Diagnostic.Clean(diagnostic) : null);
    }
}
