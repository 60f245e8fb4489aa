using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
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

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Delivery, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task DeliveriesStillQueued_HoldThePauseUntilTheyAreCounted()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_000, inFlight: 700);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.Mails("marketing")[0].Subject.ShouldNotBeNull().ShouldStartWith("Possibly CRITICAL, pause on hold: marketing");
        _stack.Mails("marketing")[0].Message.ShouldContain("but 9,700 delivery events (all sets) are still queued and could bring the rate down.\nNot paused");
        _stack.Mails("marketing")[0].Message.ShouldContain("100 of 100 attempts hard-bounced"); // after the first batch

        var left = 9_700;
        foreach (var batch in Deliveries.Chunk(1_000))
        {
            await _stack.FeedAsync(FunctionId.Delivery, batch);
            left -= batch.Length;
            _stack.Aws.SetQueueDepth(DeliveryQueue, left);
            await _stack.SweepAsync();
        }

        // 3 %: a warning, and no disaster.
        _stack.SendingChanges("marketing").ShouldBeEmpty();
        _stack.AlertKinds("marketing").ShouldBe(["Held", "Warning"]);
        (await _stack.Tables.StateAsync("marketing")).Held.ShouldBeFalse();
    }

    [Fact]
    public async Task Backlog_TooSmallToMakeItHarmless_Pauses()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 500);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task Held_AndStillCriticalWithItsDeliveries_Pauses()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_700);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        (await _stack.Tables.StateAsync("marketing")).Held.ShouldBeTrue();

        // The rest of the queue was other sets' mail.
        await _stack.FeedAsync(FunctionId.Delivery, Deliveries.Take(1_000));
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 0);
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        _stack.AlertKinds("marketing").ShouldBe(["Held", "Paused"]);
        _stack.SendingChanges("marketing").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Held_WhileTheQueueOfABusyAccountNeverEmpties_PausesOnceWhatWaitedIsCounted()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 4_900, inFlight: 100);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces.Take(200));
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);

        // Nothing of what waited was marketing's, and as much came in as was counted.
        var others = new MailGenerator(seed: 81).Mails(5_000, "newsletter").Select(mail => mail.Delivered()).ToList();
        await _stack.FeedAsync(FunctionId.Delivery, others.Take(2_000));
        await _stack.Tables.AgeHoldAsync("marketing", LagSnapshot.Settling);
        await _stack.SweepAsync();
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue("3,000 may still wait");
        await _stack.FeedAsync(FunctionId.Delivery, others.Skip(2_000));
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Backlog_ThatCannotBeAskedFor_HoldsThePauseUntilItCan()
    {
        // The first that is ever heard of the set.
        _stack.Aws.Faults.Deny(AwsOperation.GetQueueAttributes);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.Mails("marketing")[0].Message.ShouldContain("but the delivery queue could not be read");

        _stack.Aws.Faults.Clear();
        await _stack.SweepAsync();

        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Held_ForManySweeps_IsToldOnce()
    {
        _stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_700);
        await _stack.FeedAsync(FunctionId.Bounce, Bounces);
        for (var sweep = 0; sweep < 3; sweep++)
        {
            await _stack.SweepAfterLeaseAsync("marketing");
        }

        _stack.AlertKinds("marketing").ShouldBe(["Held"]);
        _stack.SendingChanges("marketing").ShouldBeEmpty();
    }
}
