using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding.Lag;

/// <summary>Missing deliveries must neither pause a healthy set nor save a bad one for ever.</summary>
public sealed class HoldTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Hold_UntilTheWatermarkPasses_ThenPausesWithoutAnEarlierMail()
    {
        await HoldAsync(delivered: 950, bounced: 50);

        await LaterAsync(TimeSpan.FromSeconds(20));
        _world.State.Held.ShouldBeTrue();

        Processed(_world.Clock.Now);
        await LaterAsync(TimeSpan.FromSeconds(20));
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Topic.Kinds.ShouldBe(["Paused"]);
        _world.States.History.Select(entry => entry.What).ShouldBe(["Pausing", "Paused"]);
    }

    [Fact]
    public async Task Hold_AndItsDeliveriesWereMissing_EndsSilently()
    {
        await HoldAsync(delivered: 0, bounced: 60);

        _world.Count(delivered: 9_940, age: TimeSpan.Zero);
        Processed(_world.Clock.Now.AddSeconds(30));
        await LaterAsync();

        _world.State.Held.ShouldBeFalse();
        _world.Topic.Kinds.ShouldBeEmpty();
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hold_AndBouncesRunAhead_AreNotHeldAgainstWhatWasCountedBefore()
    {
        await HoldAsync(delivered: 0, bounced: 60);

        // The 4,000 deliveries of that time are counted. 200 bounces of the next 20,000 mails came before their deliveries.
        _world.Count(delivered: 4_000, bounced: 200, age: TimeSpan.Zero);
        Processed(_world.Clock.Now.AddSeconds(30));
        await LaterAsync();

        _world.State.Held.ShouldBeTrue("260 of 4,260 is critical, but only 60 of them are known with their deliveries");
        _world.State.Hold!.At.ShouldBe(_world.Clock.GetUtcNow(), "the later bounces are the next question");
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hold_AndTheMailSinceIsBetterButNotGood_PausesForWhatWas()
    {
        await HoldAsync(delivered: 950, bounced: 50);
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        _world.Count(delivered: 340, age: TimeSpan.Zero); // 3.7 % by now: no breach, but no recovery either
        Processed(_world.Clock.Now);

        await LaterAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Topic.Published[^1].Mail.Subject.ShouldStartWith("PAUSED: marketing, 5% hard bounces in ", customMessage: "the counts that were confirmed");
    }

    [Fact]
    public async Task Hold_WhileAnotherProcessCrashedWithABatch_WaitsUntilItIsHandedOutAgain()
    {
        await HoldAsync(delivered: 0, bounced: 12);
        _world.DeliveryQueue.Progress!.Add(new DeliveryProgress("crashed").Begin([.. Enumerable.Repeat(World.Noon, 988)], _world.Clock.Now));
        _world.DeliveryQueue.Queued = 988; // invisible in the queue
        Processed(_world.Clock.Now.AddSeconds(30));
        for (var minute = 0; minute < 7; minute++)
        {
            await LaterAsync();
        }

        _world.Ses.Changes.ShouldBeEmpty();
        _world.Count(delivered: 988);
        _world.DeliveryQueue.Queued = 0;
        await LaterAsync();
        _world.State.Level.ShouldBe(Level.Normal);
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hold_AndDeliveriesEndInTheDeadLetterQueue_IsToldAfterThreeMinutesAndOnce()
    {
        _world.DeliveryQueue.DeadLettered = 9_900;
        await HoldAsync(delivered: 0, bounced: 100);
        for (var minute = 0; minute < 30; minute++)
        {
            await LaterAsync();
        }

        _world.Topic.Kinds.ShouldBe(["Held"]);
        _world.Topic.Published[0].Mail.Text.ShouldContain("9,900 delivery events are in the delivery dead-letter queue");
        _world.Ses.Changes.ShouldBeEmpty();

        // Redriven.
        _world.DeliveryQueue.DeadLettered = 0;
        _world.Count(delivered: 9_900);
        await LaterAsync(TimeSpan.FromMinutes(2));
        _world.Topic.Kinds.ShouldBe(["Held", "Recovered"]);
    }

    [Theory]
    [InlineData("deliveries.Count")]
    [InlineData("deliveries.CountDeadLetters")]
    public async Task Hold_WhileAQueueCannotBeRead_PausesOnceItCan(string call)
    {
        _world.Faults.Fail(call);
        await HoldAsync(delivered: 950, bounced: 50);
        await LaterAsync(TimeSpan.FromMinutes(4));
        _world.Topic.Kinds.ShouldBe(["Held"]);
        _world.Topic.Published[0].Mail.Subject.ShouldStartWith("Possibly CRITICAL, pause on hold: marketing");

        _world.Faults.Heal(call);
        await LaterAsync(TimeSpan.FromMinutes(2));
        _world.Topic.Kinds.ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Hold_OnAnAccountThatSendsNoMore_PausesOnceTheQueueIsKnownToBeEmpty()
    {
        await HoldAsync(delivered: 950, bounced: 50);

        await LaterAsync(TimeSpan.FromSeconds(89));
        _world.Ses.Changes.ShouldBeEmpty();

        await LaterAsync(TimeSpan.FromSeconds(1));
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task Hold_AndTheRateMovesAroundTheThreshold_SendsNoMoreThanAWarningBeforeThePause()
    {
        await HoldAsync(delivered: 4_800, bounced: 200);
        for (var round = 0; round < 60 && _world.State.Sending == SendingStatus.Enabled; round++)
        {
            _world.Count(delivered: 120, age: TimeSpan.Zero);
            Processed(_world.Clock.Now);
            await LaterAsync(TimeSpan.FromSeconds(10));
            _world.Count(delivered: 0, bounced: 6, age: TimeSpan.Zero);
            await LaterAsync(TimeSpan.FromSeconds(10));
        }

        _world.Topic.Kinds[^1].ShouldBe("Paused");
        _world.Topic.Kinds.ShouldNotContain("Held");
        _world.Topic.Kinds.ShouldBeUnique();
    }

    [Fact]
    public async Task Hold_InADeploymentWithoutADeliveryQueue_IsNone()
    {
        _world.DeliveryQueue.IsConfigured = false;
        _world.DeliveryQueue.Progress = [];
        _world.Count(delivered: 950, bounced: 50);

        await _world.EvaluateAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Theory]
    [InlineData("account", "Enforce")]
    [InlineData("unattributed", "Enforce")]
    [InlineData("set/marketing", "Observe")]
    public async Task Hold_OfWhatIsNotPaused_HoldsTheAlert(string entity, string mode)
    {
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        var who = new ReputationEntity(entity);
        _world.Counters.Add(who, _world.Clock.Now, new Tally(60, 0, 60, 0, 0));
        _world.DeliveryQueue.Missing = 9_000;
        await _world.EvaluateAsync(who);
        _world.Topic.Kinds.ShouldBeEmpty();

        _world.Clock.Advance(TimeSpan.FromMinutes(3));
        await _world.EvaluateAsync(who);
        _world.Topic.Kinds.ShouldBe(["Held"]);
        _world.Topic.Published[0].Mail.Subject.ShouldStartWith("Possibly CRITICAL: ");

        _world.DeliveryQueue.Missing = 0;
        await _world.EvaluateAsync(who);
        _world.Topic.Kinds.ShouldBe(["Held", "Critical"]);
    }

    private async Task HoldAsync(int delivered, int bounced)
    {
        _world.DeliveryQueue.Progress = [];
        _world.Count(delivered, bounced, age: TimeSpan.Zero);
        await _world.EvaluateAsync();
        _world.State.Held.ShouldBeTrue();
    }

    /// <summary>A process has done a batch whose oldest message was sent at that time.</summary>
    private void Processed(DateTimeOffset sentAt)
    {
        _world.DeliveryQueue.Progress!.RemoveAll(progress => progress.Process == "a");
        _world.DeliveryQueue.Progress!.Add(new DeliveryProgress("a") { Frontier = sentAt });
    }

    private async Task LaterAsync(TimeSpan? by = null)
    {
        _world.Clock.Advance(by ?? TimeSpan.FromMinutes(1));
        await _world.EvaluateAsync();
    }
}
