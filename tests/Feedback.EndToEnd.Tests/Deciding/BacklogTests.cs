using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Feedback.Sending;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Deciding;

/// <summary>Bounces that are counted an hour before the deliveries they are a share of.</summary>
public sealed class BacklogTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string DeliveryQueue = "DeliveryQueue";

    private readonly IReadOnlyList<SesMail> mails = new SesEvents(seed: 80).Mails(10_000, sentAt: TimeProvider.System.GetUtcNow().AddHours(-1));
    private FeedbackStack stack = null!;

    private IEnumerable<string> Bounces => mails.Take(300).Select(mail => mail.Bounced());

    private IEnumerable<string> Deliveries => mails.Skip(300).Select(mail => mail.Delivered());

    public async Task InitializeAsync() => stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Delivery, FunctionId.Reputation);

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Fact]
    public async Task Mistake08_DeliveriesStillQueued_HoldThePauseUntilTheyAreCounted()
    {
        stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_000, inFlight: 700);
        await stack.FeedAsync(FunctionId.Bounce, Bounces);

        stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        stack.Told("marketing").ShouldBe(["Held"]);
        stack.Mails("marketing")[0].Subject.ShouldNotBeNull().ShouldStartWith("CRITICAL, pause held: marketing");
        stack.Mails("marketing")[0].Message.ShouldContain("but may be healthy: 9700 deliveries of all sets wait to be counted.\nNot paused");
        stack.Mails("marketing")[0].Message.ShouldContain("100 of 100 attempts bounced hard"); // after the first batch

        var left = 9_700;
        foreach (var batch in Deliveries.Chunk(1_000))
        {
            await stack.FeedAsync(FunctionId.Delivery, batch);
            left -= batch.Length;
            stack.Aws.SetQueueDepth(DeliveryQueue, left);
            await stack.SweepAsync();
        }

        // 3 %: a warning, and no disaster.
        stack.Switches("marketing").ShouldBeEmpty();
        stack.Told("marketing").ShouldBe(["Held", "Warning"]);
        (await stack.Tables.StateAsync("marketing")).Held.ShouldBeFalse();
    }

    [Fact]
    public async Task Backlog_TooSmallToMakeItHarmless_Pauses()
    {
        stack.Aws.SetQueueDepth(DeliveryQueue, visible: 500);
        await stack.FeedAsync(FunctionId.Bounce, Bounces);

        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        stack.Told("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task Held_AndStillCriticalWithItsDeliveries_Pauses()
    {
        stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_700);
        await stack.FeedAsync(FunctionId.Bounce, Bounces);
        (await stack.Tables.StateAsync("marketing")).Held.ShouldBeTrue();

        // The rest of the queue was other sets' mail.
        await stack.FeedAsync(FunctionId.Delivery, Deliveries.Take(1_000));
        stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        stack.Aws.SetQueueDepth(DeliveryQueue, visible: 0);
        await stack.SweepAsync();

        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        stack.Told("marketing").ShouldBe(["Held", "Paused"]);
        stack.Switches("marketing").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Held_WhileTheQueueOfABusyAccountNeverEmpties_PausesOnceWhatWaitedIsCounted()
    {
        stack.Aws.SetQueueDepth(DeliveryQueue, visible: 4_900, inFlight: 100);
        await stack.FeedAsync(FunctionId.Bounce, Bounces.Take(200));
        stack.Told("marketing").ShouldBe(["Held"]);

        // Nothing of what waited was marketing's, and as much came in as was counted.
        var others = new SesEvents(seed: 81).Mails(5_000, "newsletter").Select(mail => mail.Delivered()).ToList();
        await stack.FeedAsync(FunctionId.Delivery, others.Take(2_000));
        await stack.SweepAsync();
        stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        await stack.FeedAsync(FunctionId.Delivery, others.Skip(2_000));
        await stack.SweepAsync();

        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        stack.Told("marketing").ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Backlog_ThatCannotBeAskedFor_HoldsThePauseUntilItCan()
    {
        // The first that is ever heard of the set.
        stack.Aws.Faults.Deny(AwsOperation.GetQueueAttributes);
        await stack.FeedAsync(FunctionId.Bounce, Bounces);
        await stack.SweepAsync();

        stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        stack.Told("marketing").ShouldBe(["Held"]);
        stack.Mails("marketing")[0].Message.ShouldContain("but may be healthy: the delivery queue could not be asked");

        stack.Aws.Faults.Clear();
        await stack.SweepAsync();

        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        stack.Told("marketing").ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Held_ForManySweeps_IsToldOnce()
    {
        stack.Aws.SetQueueDepth(DeliveryQueue, visible: 9_700);
        await stack.FeedAsync(FunctionId.Bounce, Bounces);
        for (var sweep = 0; sweep < 3; sweep++)
        {
            await stack.SweepAfterLeaseAsync("marketing");
        }

        stack.Told("marketing").ShouldBe(["Held"]);
        stack.Switches("marketing").ShouldBeEmpty();
    }
}
