using System.Text;

namespace Feedback.Tests.Inbound;

/// <summary>Reports in the forms in which mail servers write them.</summary>
internal static class Mails
{
    internal const string MessageId = "0102019abc123456-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9-000000";

    internal const string Returned = $"""
        Received: from a4-11.smtp-out.eu-west-1.amazonses.com (54.240.4.11)
        From: Example Offers <offers@example.com>
        To: ann@example.org
        Subject: Autumn offers
        Message-ID: <{MessageId}@eu-west-1.amazonses.com>
        X-SES-Outgoing: 2026.11.18-54.240.4.11
        """;

    internal const string Failed = """
        Final-Recipient: rfc822; ann@example.org
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ann@example.org>: no such user here
        """;

    /// <summary>The type and the content of a part.</summary>
    internal static (string Type, string Content) Headers(string returned = Returned) => ("text/rfc822-headers", returned);

    internal static byte[] Bounce(params string[] recipients) => Bounce([.. recipients], Headers());

    internal static byte[] Bounce(
        IReadOnlyList<string> recipients, (string Type, string Content) returned, string about = "Reporting-MTA: dns; mx.example.org") =>
        Report("delivery-status", ("message/delivery-status", string.Join("\n\n", recipients.Prepend(about))), returned);

    internal static byte[] Complaint(string fields, string returned = Returned) =>
        Report("feedback-report", ("message/feedback-report", fields), ("message/rfc822", returned + "\n\nAutumn has come.\n"));

    internal static byte[] Report(string type, params (string Type, string Content)[] parts) => Bytes($"""
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
        To: bounces@example.com
        Subject: Undelivered mail
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type={type};
        	boundary="=_b(1)"

        This is a MIME mail.
        --=_b(1)
        Content-Type: text/plain; charset=us-ascii

        Your mail to ann@example.org could not be delivered.
        {string.Concat(parts.Select(part => $"--=_b(1)\nContent-Type: {part.Type}\n\n{part.Content}\n"))}--=_b(1)--
        """);

    /// <summary>With the line ends that mail has.</summary>
    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
