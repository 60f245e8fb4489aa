using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Cli;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Feedback.Suppression;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>Bounces and abuse reports that come as mail: from the object in S3 to the ledger, on the built function.</summary>
public sealed class InboundMailTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 95);
    private FeedbackStack _stack = null!;
    private InboundMailbox _mailbox = null!;

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, FunctionId.Inbound, FunctionId.Bounce, FunctionId.Complaint, FunctionId.Delivery);
        _mailbox = new InboundMailbox(_stack);
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Bounce_OfADeliveredMail_CountsSuppressesAndIsExplained()
    {
        var mail = _events.Mail(recipients: 2);
        await _stack.FeedAsync(FunctionId.Delivery, [mail.Delivered()]);

        (await ReceiveAsync(ReportMail.Bounce(mail))).ShouldBeEmpty();

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 2, Deliveries: 2, HardBounces: 2, SoftBounces: 0, Complaints: 0));
        (await _stack.Tables.ReasonsAsync(mail.Recipient)).ShouldBe([SuppressionReason.HardBounce]);
        var run = await CommandLineRun.WithAsync(OperatorEnvironment.Of(_stack.Deployment), ["explain", mail.Recipient]);
        run.ShouldSucceed().Output.ShouldContain("Hard bounce ByMail/5.1.1");
    }

    [Fact]
    public async Task Complaint_OfADeliveredMail_CountsAndSuppresses()
    {
        var mail = _events.Mail();
        await _stack.FeedAsync(FunctionId.Delivery, [mail.Delivered()]);

        (await ReceiveAsync(ReportMail.Complaint(mail))).ShouldBeEmpty();

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 1, Deliveries: 1, HardBounces: 0, SoftBounces: 0, Complaints: 1));
        (await _stack.Tables.ReasonsAsync(mail.Recipient)).ShouldBe([SuppressionReason.Complaint]);
    }

    [Fact]
    public async Task Reports_ThatSesSendsEventsOfToo_CountOnceInEitherOrder()
    {
        var mails = _events.Mails(4);
        await _stack.FeedAsync(FunctionId.Delivery, mails.Select(mail => mail.Delivered()));

        await ReceiveAsync(ReportMail.Bounce(mails[0]), ReportMail.Complaint(mails[1]));
        await _stack.FeedAsync(FunctionId.Bounce, [mails[0].Bounced(), mails[2].Bounced()]);
        await _stack.FeedAsync(FunctionId.Complaint, [mails[1].Complained(), mails[3].Complained()]);
        await ReceiveAsync(ReportMail.Bounce(mails[2]), ReportMail.Complaint(mails[3]), ReportMail.Bounce(mails[0]));

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 4, Deliveries: 4, HardBounces: 2, SoftBounces: 0, Complaints: 2));
        (await _stack.Tables.OutcomesAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Report_OfMailThatIsNotInTheLedger_WaitsAnHourAndIsRefused()
    {
        var (ours, foreign) = (_events.Mail(), _events.Mail());
        await _stack.FeedAsync(FunctionId.Delivery, [ours.Delivered()]);
        var forged = foreign with { Recipients = [ours.Recipient] };

        (await ReceiveAsync(ReportMail.Bounce(forged), ReportMail.Complaint(forged))).Count.ShouldBe(2);
        (await ReceiveAsync(TimeSpan.FromMinutes(61), ReportMail.Bounce(forged), ReportMail.Complaint(forged))).ShouldBeEmpty();

        (await _stack.Tables.SuppressionsAsync()).ShouldBeEmpty();
        (await _stack.Tables.OutcomesAsync()).ShouldBe(1);
        ((int)Lines("ReportsRefused").ShouldHaveSingleItem()["Refused"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Mail_ThatReportsNothing_IsAcknowledged()
    {
        var mail = _events.Mail();
        await _stack.FeedAsync(FunctionId.Delivery, [mail.Delivered()]);

        (await ReceiveAsync(ReportMail.AutoReply(mail), ReportMail.Bounce(mail, "delivered", "2.0.0"), [])).ShouldBeEmpty();

        (await _stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(0);
        (await _stack.Tables.SuppressionsAsync()).ShouldBeEmpty();
        _stack.Log.ShouldAllBe(line => !line.Contains(mail.Recipient, StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<string>> ReceiveAsync(params byte[][] mails) => _mailbox.ReceiveAsync(TimeSpan.Zero, mails);

    private Task<IReadOnlyList<string>> ReceiveAsync(TimeSpan age, params byte[][] mails) => _mailbox.ReceiveAsync(age, mails);

    private IEnumerable<JsonNode> Lines(string name) => _stack.Log
        .Select(line => JsonNode.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..])!)
        .Where(line => (string?)line["event"] == name);
}
