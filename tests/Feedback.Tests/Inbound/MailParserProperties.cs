using System.Diagnostics;
using Feedback.Inbound;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Tests.Inbound;

/// <summary>Whatever is sent, the parser comes to a result, and its reasons quote nothing of the mail.</summary>
public sealed class MailParserProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly byte[][] Valid =
    [
        Mails.Bounce(Mails.Failed, Mails.Failed),
        Mails.Bounce([Mails.Failed], ("message/rfc822", Mails.Returned + "\n\nHello")),
        Mails.Complaint("Feedback-Type: abuse\nOriginal-Rcpt-To: ann@example.org"),
        Mails.Bytes(
            "Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\nRmluYWw=\n--a--"),
    ];

    private static readonly Gen<byte[]> Edited =
        from mail in Gen.Elements(Valid)
        from at in Gen.Choose(0, 2_000).NonEmptyListOf()
        from fragment in Gen.Elements(
            "\r\n", "\n", "\n\n", "--", "--=_b(1)", "--=_b(1)--", ":", ";", "\"", "=", "=\n", " ", "\0", "\u00ff", "boundary=", "multipart/mixed")
        select at.Aggregate(mail, (bytes, index) => Insert(bytes, index % (bytes.Length + 1), fragment));

    [Fact]
    public void Parse_AnyBytes_NeverThrows() => Prop.ForAll<byte[]>(IsHarmless).Check(Often);

    [Fact]
    public void Parse_AReportWithAnyEdits_NeverThrows() => Prop.ForAll(Edited.ToArbitrary(), IsHarmless).Check(Often);

    [Fact]
    public void Parse_AReportCutOffAnywhere_NeverThrows()
    {
        foreach (var mail in Valid)
        {
            Enumerable.Range(0, mail.Length).All(length => IsHarmless(mail[..length])).ShouldBeTrue();
        }
    }

    /// <summary>As much as is read of a mail, in the forms that could take a careless parser minutes.</summary>
    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=a\n\n", "--a\nContent-Type: multipart/mixed; boundary=a\n\n")]
    [InlineData(
        "Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/delivery-status\n\n",
        "Final-Recipient: rfc822; a@b.example\nAction: failed\n\n")]
    [InlineData("Subject: x", "\n folded")]
    [InlineData("", "A: b\n")]
    [InlineData("References: ", "0102019abc123456-")]
    public void Parse_AsMuchAsIsRead_TakesNoTime(string begin, string repeated)
    {
        var mail = Mails.Bytes(begin + string.Concat(Enumerable.Repeat(repeated, InboundBatch.MailBytes / repeated.Length)));
        var watch = Stopwatch.StartNew();

        IsHarmless(mail).ShouldBeTrue();

        // Milliseconds on a quiet machine; what is not linear takes minutes.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static bool IsHarmless(byte[] mail) => MailParser.Parse(mail) switch
    {
        ParsedMail.Report { Content: var report } => report.Recipients.Count is > 0 and <= 50 && report.MessageIds.Count <= 3,
        ParsedMail.Other other => other.Reason.StartsWith("a feedback report", StringComparison.Ordinal)
            || other.Reason.StartsWith("a delivery status", StringComparison.Ordinal)
            || other.Reason == "no report of a mail server",
        _ => false,
    };

    private static byte[] Insert(byte[] bytes, int at, string fragment) => [.. bytes[..at], .. Mails.Bytes(fragment), .. bytes[at..]];
}
