using System.Text;

namespace Feedback.EndToEnd.Tests.Events;

/// <summary>Mail that other servers send about ours: delivery status notifications and abuse reports, as SES stores them in S3.</summary>
internal static class ReportMail
{
    internal static byte[] Bounce(SesMail mail, string action = "failed", string status = "5.1.1") => Report(
        mail,
        "delivery-status",
        string.Concat(mail.Recipients.Prepend("").Select(recipient => recipient.Length == 0
            ? "Reporting-MTA: dns; mx.example.org\n\n"
            : $"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 {status} No such user\n\n")));

    internal static byte[] Complaint(SesMail mail) =>
        Report(mail, "feedback-report", $"Feedback-Type: abuse\nUser-Agent: Example/1.0\nVersion: 1\nOriginal-Rcpt-To: {mail.Recipient}\n\n");

    internal static byte[] AutoReply(SesMail mail) => Bytes($"""
        From: {mail.Recipient}
        To: offers@example.com
        Subject: Out of office
        Auto-Submitted: auto-replied
        In-Reply-To: <{mail.MessageId}@eu-west-1.amazonses.com>

        I am away until Monday.
        """);

    private static byte[] Report(SesMail mail, string type, string report) => Bytes($"""
        Return-Path: <>
        Received: from mx.example.org by inbound-smtp.eu-west-1.amazonaws.com
        From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
        To: bounces@example.com
        Subject: Report
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type={type}; boundary="b/1"

        --b/1
        Content-Type: text/plain

        This is a report about your mail.
        --b/1
        Content-Type: message/{type}

        {report}--b/1
        Content-Type: message/rfc822

        From: Example Offers <offers@example.com>
        To: {string.Join(", ", mail.Recipients)}
        Message-ID: <{mail.MessageId}@eu-west-1.amazonses.com>

        Autumn has come.
        --b/1--
        """);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
