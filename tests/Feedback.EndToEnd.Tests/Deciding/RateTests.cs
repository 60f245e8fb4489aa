using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services.Sns;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Deciding;

/// <summary>Which mailings pause their set, and which don't.</summary>
public sealed class RateTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 30);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() =>
        _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Complaint, FunctionId.Delivery, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Blast_FortiethBounceInAThousand_PausesTheSetOnceAndNoOther()
    {
        var good = _events.Mails(1_000, "transactional");
        await _stack.FeedAsync(FunctionId.Delivery, good.Skip(5).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, good.Take(5).Select(mail => mail.Bounced()));
        var bad = _events.Mails(1_000);
        await _stack.FeedAsync(FunctionId.Delivery, bad.Skip(39).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, bad.Take(39).Select(mail => mail.Bounced()));

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 1_000, Deliveries: 961, HardBounces: 39, SoftBounces: 0, Complaints: 0));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();

        // One of those that were delivered bounces after all: no further attempt, one more bounce.
        await _stack.FeedAsync(FunctionId.Bounce, [bad[500].Bounced()]);

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);

        // Whatever comes after it: more of the same, and sweeps.
        await _stack.FeedAsync(FunctionId.Bounce, bad.Skip(501).Take(20).Select(mail => mail.Bounced()));
        await _stack.SweepAfterLeaseAsync("marketing");
        await _stack.SweepAfterLeaseAsync("marketing");

        _stack.SendingChanges("marketing").ShouldHaveSingleItem().Enabled.ShouldBe(false);
        _stack.AlertKinds("marketing").Count(kind => kind == "Paused").ShouldBe(1);
        _stack.Aws.Ses.IsSending("transactional").ShouldBeTrue();
        _stack.SendingChanges("transactional").ShouldBeEmpty();
        _stack.AlertKinds("transactional").ShouldBeEmpty();
    }

    [Fact]
    public async Task Alert_OfAPause_CarriesItsEvidence()
    {
        var mails = _events.Mails(200);
        await _stack.FeedAsync(FunctionId.Delivery, mails.Skip(60).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, mails.Take(60).Select(mail => mail.Bounced(subtype: "NoEmail")));

        var mail = _stack.Mails("marketing").ShouldHaveSingleItem();
        mail.Subject.ShouldBe("PAUSED: marketing, 30% hard bounces in 1h (eu-west-1, 123456789012)");
        mail.Message.ShouldContain("60 of 200 attempts hard-bounced in 1h (30%). Warning is 2%, critical 4%.");
        mail.Message.ShouldContain("feedback resume marketing --reason");
        mail.Message.ShouldContain("Permanent/NoEmail (60)");
        mail.Message.ShouldContain("example.org (");
        mail.Message.ShouldNotContain("@");
    }

    [Fact]
    public async Task OneComplaintInFiveTestMails_PausesNothing()
    {
        var mails = _events.Mails(5);
        await _stack.FeedAsync(FunctionId.Delivery, mails.Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Complaint, [mails[0].Complained()]);
        await _stack.SweepAsync();

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 5, Deliveries: 5, HardBounces: 0, SoftBounces: 0, Complaints: 1));
        (await _stack.Tables.StateAsync("marketing")).Level.ShouldBe(Level.Normal);
        _stack.SendingChanges("marketing").ShouldBeEmpty();
        _stack.Aws.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Complaints_EighthInTenThousandDeliveries_Pauses()
    {
        var mails = _events.Mails(10_000);
        await _stack.FeedAsync(FunctionId.Delivery, mails.Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Complaint, mails.Take(7).Select(mail => mail.Complained()));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBe(["Warning"]);

        await _stack.FeedAsync(FunctionId.Complaint, [mails[7].Complained()]);

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Warning", "Paused"]);
        _stack.Mails("marketing")[1].Message.ShouldContain("8 of 10,000 deliveries drew a complaint");
    }

    [Fact]
    public async Task FourComplaintsOfOneRecipient_HoldThePauseAndTheMailSaysHowManyItNeeds()
    {
        await _stack.FeedAsync(FunctionId.Delivery, _events.Mails(100).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Complaint, _events.Mails(4).Select(mail => (mail with { Recipients = ["angry@example.com"] }).Complained()));
        await _stack.Tables.AgeHoldAsync("marketing", Hold.SilentFor);
        await _stack.SweepAsync();

        _stack.SendingChanges("marketing").ShouldBeEmpty();
        var mail = _stack.Mails("marketing").ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Possibly CRITICAL, pause on hold: marketing, few recipients (eu-west-1, 123456789012)");
        mail.Message.ShouldContain("the 4 complaints in 1h come from 1 recipient at 1 domain.\nA pause needs 4 recipients.\nNothing is paused yet.");
        mail.Attributes["json"].ShouldContain("\"recipients\":1,\"recipientDomains\":1,\"neededRecipients\":4");
    }

    [Fact]
    public async Task LargeCleanWeek_DoesNotDiluteABadBatch()
    {
        var now = TimeProvider.System.GetUtcNow();
        await _stack.FeedAsync(FunctionId.Delivery, _events.Mails(3_000, sentAt: now.AddDays(-2)).Select(mail => mail.Delivered()));
        var blast = _events.Mails(1_000);
        await _stack.FeedAsync(FunctionId.Delivery, blast.Skip(50).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, blast.Take(50).Select(mail => mail.Bounced()));

        // 5 % of the last hour, and of the week only 1.25 %.
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.Mails("marketing")[^1].Message.ShouldContain("7d: hard bounces 50 of 4,000 = 1.25%");
    }

    [Fact]
    public async Task CleanDayAfterABadBatch_DoesNotDiluteIt()
    {
        // The blast of two days ago is only learned of now, after a clean day's mail.
        await _stack.FeedAsync(FunctionId.Delivery, _events.Mails(1_000).Select(mail => mail.Delivered()));
        var blast = _events.Mails(1_000, sentAt: TimeProvider.System.GetUtcNow().AddDays(-2));
        await _stack.FeedAsync(FunctionId.Delivery, blast.Skip(100).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, blast.Take(100).Select(mail => mail.Bounced()));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.Mails("marketing")[^1].Subject.ShouldBe("PAUSED: marketing, 5% hard bounces in 7d (eu-west-1, 123456789012)");
    }

    [Fact]
    public async Task BouncesBeyondEveryWindow_PauseNothing()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(100, sentAt: TimeProvider.System.GetUtcNow().AddDays(-8)).Select(mail => mail.Bounced()));
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.Aws.Mails.ShouldBeEmpty();
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(100);
    }
}
