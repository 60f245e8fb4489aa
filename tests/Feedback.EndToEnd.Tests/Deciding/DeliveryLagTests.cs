using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Deciding;

/// <summary>Bounces that are counted an hour before the deliveries they are a share of.</summary>
public sealed class DeliveryLagTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string DeliveryQueue = "DeliveryQueue";

    private readonly IReadOnlyList<SesMail> _mails = new MailGenerator(seed: 80).Mails(10_000, sentAt: TimeProvider.System.GetUtcNow().AddHours(-1));
    private FeedbackStack _stack = null!;

    private IEnumerable<string> Bounces => _mails.Take(300).Select(mail => mail.Bounced());

    private IEnumerable<string> Deliveries => _mails.Skip(300).Select(mail => mail.Delivered());

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(
        output,
        new StackOptions(FunctionId.Bounce, FunctionId.Delivery, FunctionId.Reputation) { DeliveriesLag = true });

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task DeliveriesStillQueued_HoldThePauseUntilTheyAreCounted()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_000, inFlight: 700);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBeEmpty("a hold is silent at first");

        await LastAsync(TimeSpan.FromMinutes(3));
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.Mails("marketing")[0].Subject.ShouldNotBeNull().ShouldStartWith("Possibly CRITICAL, pause on hold: marketing");
        _stack.Mails("marketing")[0].Message.ShouldContain(
            "but 9,700 delivery events (all sets) are still queued and could bring the rate down.\nNothing is paused yet.");

        foreach (var batch in Deliveries.Chunk(1_000))
        {
            await _stack.FeedAsync(FunctionId.Delivery, batch);
        }

        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 0);
        await LastAsync(TimeSpan.FromMinutes(2));

        // 3 %: a warning, and no disaster.
        _stack.SendingChanges("marketing").ShouldBeEmpty();
        _stack.AlertKinds("marketing").ShouldBe(["Held", "Warning"]);
        (await _stack.Tables.StateAsync("marketing")).Held.ShouldBeFalse();
    }

    [Fact]
    public async Task Queue_TooShortToMakeItHarmless_Pauses()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 500);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        await LastAsync(TimeSpan.FromMinutes(2));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task Watermark_PassedTheBreach_PausesThoughTheQueueOfABusyAccountNeverEmpties()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 1_000_000);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces.Take(200));
        await _stack.Tables.AgeHoldAsync("marketing", TimeSpan.FromSeconds(20));

        // Deliveries of another set, sent to the queue after the breach.
        await _stack.FeedAsync(FunctionId.Delivery, new MailGenerator(seed: 81).Mails(100, "newsletter").Select(mail => mail.Delivered()));
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task DeliveriesInTheDeadLetterQueue_HoldThePauseAndNameTheRemedy()
    {
        _stack.Aws.SetQueueDepth("DeliveryDeadLetterQueue", visible: 9_700);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        await LastAsync(TimeSpan.FromMinutes(4));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.Mails("marketing")[0].Message.ShouldContain("9,700 delivery events are in the delivery dead-letter queue");
    }

    [Fact]
    public async Task Queue_ThatCannotBeRead_HoldsThePauseUntilItCan()
    {
        _stack.Aws.Faults.Deny(AwsOperation.GetQueueAttributes);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        await LastAsync(TimeSpan.FromMinutes(4));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.Mails("marketing")[0].Message.ShouldContain("but the delivery queue could not be read");

        _stack.Aws.Faults.Clear();
        await LastAsync(TimeSpan.FromMinutes(2));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task DeliveriesNotPublished_HoldThePauseAndNameWhatToAdd()
    {
        _stack.Aws.Ses.SetEventDestinations(
            "marketing",
            new EventDestination("bounces", ["BOUNCE", "COMPLAINT"], "arn:aws:sns:eu-west-1:123456789012:BounceTopic"));
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        await LastAsync(TimeSpan.FromMinutes(4));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.Mails("marketing")[0].Message.ShouldContain("SES publishes no delivery events of it");
    }

    [Fact]
    public async Task BouncesOfOneRecipient_HoldThePause()
    {
        // 300 mails to one address that never existed.
        await _stack.FeedAsync(FunctionId.Bounce, _mails.Take(300).Select(mail => (mail with { Recipients = ["sign-up@example.com"] }).Bounced()));
        await LastAsync(TimeSpan.FromMinutes(4));

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.Mails("marketing")[0].Message.ShouldContain("its volume is small, and the 100 hard bounces in 1h come from 1 recipient at 1 domain");
    }

    /// <summary>Lets the hold last, if it hasn't ended yet, and sweeps.</summary>
    private async Task LastAsync(TimeSpan age)
    {
        if ((await _stack.Tables.StateAsync("marketing")).Held)
        {
            await _stack.Tables.AgeHoldAsync("marketing", age);
        }

        await _stack.SweepAsync();
    }
}
