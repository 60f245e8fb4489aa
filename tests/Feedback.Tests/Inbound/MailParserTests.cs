using Feedback.Inbound;
using Feedback.Notifications;

namespace Feedback.Tests.Inbound;

public sealed class MailParserTests
{
    [Fact]
    public void Parse_ABounce_TellsMailRecipientAndReason()
    {
        var report = Parse(Mails.Bounce(Mails.Failed));

        report.Kind.ShouldBe(FeedbackKind.Bounce);
        report.MessageIds.ShouldBe([Mails.MessageId]);
        var recipient = report.Recipients.ShouldHaveSingleItem();
        recipient.Addresses.Select(address => address.Value).ShouldBe(["ann@example.org"]);
        recipient.Evidence.ShouldBe(Evidence.HardBounced);
        recipient.Subtype.ShouldBe("ByMail/5.1.1");
        recipient.Diagnostic.ShouldBe("smtp; 550 5.1.1 <[address]>: no such user here");
    }

    [Fact]
    public void Parse_ABounceOfSeveral_JudgesEach() => Parse(Mails.Bounce(
            Mails.Failed,
            "Final-Recipient: rfc822; ben@example.org\nAction: failed\nStatus: 5.2.2 (mailbox full)",
            "Final-Recipient: rfc822; cid@example.org\nAction: delivered\nStatus: 2.0.0",
            "Final-Recipient: rfc822; dan@example.org\nAction: delayed\nStatus: 4.4.1"))
        .Recipients.Select(recipient => (recipient.Addresses[0].Value, recipient.Evidence)).ShouldBe(
        [
            ("ann@example.org", Evidence.HardBounced),
            ("ben@example.org", Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit),
        ]);

    [Fact]
    public void Parse_DelaysOnly_AreADelay()
    {
        var report = Parse(Mails.Bounce("Final-Recipient: rfc822; ann@example.org\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: later"));

        report.Kind.ShouldBe(FeedbackKind.DeliveryDelay);
        report.Recipients.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.Delayed);
    }

    /// <summary>The recipient's server may have passed the mail on to another address, and say so.</summary>
    [Fact]
    public void Parse_AnAliasThatFailed_NamesTheAddressThatWasWrittenToFirst() =>
        Parse(Mails.Bounce("Original-Recipient: rfc822;ann@example.org\nFinal-Recipient: rfc822;a.smith@inside.example.org\nAction: failed\nStatus: 5.1.1"))
            .Recipients.ShouldHaveSingleItem().Addresses.Select(address => address.Value).ShouldBe(["ann@example.org", "a.smith@inside.example.org"]);

    [Theory]
    [InlineData("message/rfc822")]
    [InlineData("message/global-headers")]
    [InlineData("Message/RFC822; x=y")]
    public void Parse_TheMailReturned_IsFoundInAnyForm(string type) =>
        Parse(Mails.Bounce([Mails.Failed], (type, Mails.Returned + "\n\nMessage-ID: <nothing@email.amazonses.com>"))).MessageIds.ShouldBe([Mails.MessageId]);

    [Fact]
    public void Parse_NothingReturned_TakesTheIdThatTheReportNamesOtherwise()
    {
        (string, string) none = ("text/plain", "The mail is not returned.");
        var about = $"Reporting-MTA: dns; googlemail.com\nX-Original-Message-ID: <{Mails.MessageId}@email.amazonses.com>";

        Parse(Mails.Bounce([Mails.Failed], none, about)).MessageIds.ShouldBe([Mails.MessageId]);
        Parse(Mails.Bounce([Mails.Failed], none)).MessageIds.ShouldBeEmpty();
        var answered = Encoding(Mails.Bounce([Mails.Failed], none)).Replace(
            "MIME-Version", $"In-Reply-To: <{Mails.MessageId}@eu-west-1.amazonses.com>\r\nMIME-Version", StringComparison.Ordinal);
        Parse(Mails.Bytes(answered)).MessageIds.ShouldBe([Mails.MessageId]);
    }

    [Fact]
    public void Parse_AReportCutOff_IsReadAsFarAsItGoes()
    {
        var mail = Mails.Bounce([Mails.Failed], ("message/rfc822", Mails.Returned + "\n\n" + new string('x', 10_000)));

        Parse(mail[..^9_000]).MessageIds.ShouldBe([Mails.MessageId]);
    }

    [Fact]
    public void Parse_AComplaint_CountsOneAndSuppressesAll()
    {
        var report = Parse(Mails.Complaint(
            "Feedback-Type: abuse\nUser-Agent: Example/1.0\nVersion: 1\nOriginal-Rcpt-To: <ann@example.org>\nOriginal-Rcpt-To: ben@example.org"));

        report.Kind.ShouldBe(FeedbackKind.Complaint);
        report.MessageIds.ShouldBe([Mails.MessageId]);
        report.Recipients.Select(recipient => recipient.Evidence)
            .ShouldBe([Evidence.Complained | Evidence.Delivered, Evidence.ListedInComplaint], ignoreOrder: true);
        report.Recipients.ShouldAllBe(recipient => recipient.Subtype == "Complaint/abuse/ByMail");
    }

    [Theory]
    [InlineData("To: ann@example.org", "ann@example.org")]
    [InlineData("To: Ann <ann@example.org>, ben@example.org", null)]
    [InlineData("To: ann@example.org\nCc: ben@example.org", null)]
    [InlineData("To: undisclosed-recipients:;", null)]
    public void Parse_AComplaintWithoutRecipient_IsOfTheOnlyOneOfTheMail(string to, string? expected)
    {
        var mail = Mails.Complaint("Feedback-Type: fraud\nVersion: 1", Mails.Returned.Replace("To: ann@example.org", to, StringComparison.Ordinal));

        (MailParser.Parse(mail) as ParsedMail.Report)?.Content.Recipients.ShouldHaveSingleItem().Addresses.ShouldHaveSingleItem().Value.ShouldBe(expected);
        (MailParser.Parse(mail) is ParsedMail.Other).ShouldBe(expected is null);
    }

    [Fact]
    public void Parse_AnOptOut_IsNoComplaint() => Parse(Mails.Complaint("Feedback-Type: opt-out\nRemoval-Recipient: ann@example.org"))
        .Recipients.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.Unsubscribed);

    [Theory]
    [InlineData("not-spam", "a feedback report of the type not-spam")]
    [InlineData("auth-failure", "a feedback report of the type auth-failure")]
    public void Parse_AReportThatIsNoComplaint_ReportsNothing(string type, string reason) =>
        Other(Mails.Complaint($"Feedback-Type: {type}\nOriginal-Rcpt-To: ann@example.org")).ShouldBe(reason);

    [Fact]
    public void Parse_AnythingElse_ReportsNothing()
    {
        Other(Mails.Bytes("From: ann@example.org\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nI am away.")).ShouldBe("no report of a mail server");
        Other([]).ShouldBe("no report of a mail server");

        // A person who sends a bounce on is no mail server.
        var forwarded = $"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n{Encoding(Mails.Bounce(Mails.Failed))}\n--x--";
        Other(Mails.Bytes(forwarded)).ShouldBe("no report of a mail server");
        Other(Mails.Bounce("Final-Recipient: rfc822; ann@example.org\nAction: relayed")).ShouldStartWith("a delivery status that reports no failure");
        Other(Mails.Bounce("Final-Recipient: x400; /C=GB/\nAction: failed\nStatus: 5.1.1")).ShouldStartWith("a delivery status that reports no failure");
    }

    private static MailReport Parse(byte[] mail) => MailParser.Parse(mail).ShouldBeOfType<ParsedMail.Report>().Content;

    private static string Other(byte[] mail) => MailParser.Parse(mail).ShouldBeOfType<ParsedMail.Other>().Reason;

    private static string Encoding(byte[] mail) => System.Text.Encoding.UTF8.GetString(mail);
}
