using Feedback.Inbound.Mime;
using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>Reads a <c>message/feedback-report</c> (RFC 5965), which a provider sends when a recipient marks a mail as spam.</summary>
internal static class FeedbackReportReader
{
    /// <summary>
    /// <c>not-spam</c> takes a complaint back (RFC 6430), and <c>auth-failure</c> tells a domain's owner of failed authentication (RFC 6591):
    /// neither is about a recipient's wish.
    /// </summary>
    private static readonly string[] NoComplaints = ["not-spam", "auth-failure"];

    private static readonly string[] OptOuts = ["opt-out", "opt-out-list", "unsubscribe"];

    /// <param name="report">The fields of the report.</param>
    /// <param name="returned">The headers of the mail it is about; null if it brings none.</param>
    /// <param name="reason">Why it is no complaint; empty if it is one.</param>
    internal static IReadOnlyList<ReportedRecipient> Read(HeaderFields report, HeaderFields? returned, out string reason)
    {
        var type = report.First("Feedback-Type")?.ToLowerInvariant() ?? "abuse";
        reason = NoComplaints.Contains(type) ? $"a feedback report of the type {type}" : string.Empty;
        return reason.Length > 0 ? [] : Charged(Recipients(report, returned), type);
    }

    /// <summary>Providers often leave the recipient out. Then a mail that was sent to one address alone tells.</summary>
    private static IReadOnlyList<EmailAddress> Recipients(HeaderFields report, HeaderFields? returned)
    {
        var named = Reported.Addresses(report.All("Original-Rcpt-To").Concat(report.All("Removal-Recipient")));
        return named.Count > 0 ? named
            : returned is not null && !returned.All("Cc").Any() && Reported.OnlyAddress(returned.All("To")) is { } only ? [only]
            : [];
    }

    /// <summary>Counts one complaint, of the same recipient that would carry SES's own notification of it.</summary>
    private static IReadOnlyList<ReportedRecipient> Charged(IReadOnlyList<EmailAddress> recipients, string type)
    {
        var subtype = $"Complaint/{Reported.Label(type)}/{Reported.ByMail}";
        var carrier = recipients.Select(address => address.Hash).Min(StringComparer.Ordinal);
        return [.. recipients.Select(address => new ReportedRecipient([address], Proof(address), subtype))];

        Evidence Proof(EmailAddress address) => OptOuts.Contains(type) ? Evidence.Unsubscribed
            : address.Hash == carrier ? Evidence.Complained | Evidence.Delivered
            : Evidence.ListedInComplaint;
    }
}
