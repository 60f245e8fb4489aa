using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class EvaluatorTests
{
    private readonly World _world = new();

    [Fact]
    public async Task EvaluateAsync_CriticalRate_PausesAndTells()
    {
        _world.Count(960, 40);

        await _world.EvaluateAsync();

        _world.Ses.Sets[World.SetName].ShouldBeFalse();
        _world.Topic.Kinds.ShouldBe(["Paused"]);
        _world.State.ShouldSatisfyAllConditions(
            s => s.Level.ShouldBe(Level.Critical),
            s => s.Sending.ShouldBe(SendingStatus.Paused),
            s => s.PausedBy.ShouldBe(PausedBy.Feedback),
            s => s.Alert.ShouldBeNull(),
            s => s.IsUnfinished.ShouldBeFalse());
        _world.States.History.Select(h => $"{h.What} {h.Actor}: {h.Evidence}").ShouldBe(
        [
            "Pausing Feedback: 40 of 1,000 attempts hard-bounced in 1h (4%)",
            "Paused Feedback: 40 of 1,000 attempts hard-bounced in 1h (4%)",
        ]);
    }

    [Fact]
    public async Task EvaluateAsync_CriticalRate_AnnouncesBeforeItCallsSes()
    {
        _world.Count(960, 40);

        await _world.EvaluateAsync();

        _world.Faults.Calls.ShouldBe(
        [
            "work.Mark",
            "policies.Get", "states.Get", "counters.Read", "progress.Read", "deliveries.CountDeadLetters", "counters.Read", "states.Move",
            "states.Move", "ses.Put", "ses.Get", "states.Move",
            "states.Get", "policies.Get", "outcomes.LatestEvents", "topic.Publish", "states.Move",
            "work.Complete",
        ]);
    }

    [Fact]
    public async Task EvaluateAsync_NothingWrong_MakesTheEntityKnownAndSaysNothing()
    {
        _world.Count(1_000);

        await _world.EvaluateAsync();
        await _world.EvaluateAsync();

        _world.State.Version.ShouldBe(1);
        _world.Topic.Kinds.ShouldBeEmpty();
        _world.States.History.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Enforce")]
    [InlineData("Observe")]
    public async Task EvaluateAsync_EightAtOnce_MakeOneSesCallAndOneAlert(string mode)
    {
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        _world.Count(960, 40);
        _world.Faults.Interleaves = true;
        _world.Faults.Before = AllReadBeforeAnyGoesOn(8);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _world.EvaluateAsync())));

        _world.Ses.Changes.ShouldBe(mode == "Enforce" ? ["marketing:False"] : []);
        _world.Topic.Kinds.ShouldBe([mode == "Enforce" ? "Paused" : "Critical"]);
    }

    [Theory]
    [InlineData("Observe", 40, "Critical")]
    [InlineData("Enforce", 40, "Paused")]
    [InlineData("Enforce", 25, "Warning")]
    public async Task EvaluateAsync_LevelStaysTheSame_NoSecondMail(string mode, long bounces, string kind)
    {
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        for (var batch = 0; batch < 20; batch++)
        {
            _world.Count(1_000 - bounces, bounces);
            await _world.EvaluateAsync();
            await _world.SweepAsync();
        }

        _world.Topic.Published.Count(p => p.Mail.Attributes["entity"] == World.SetName).ShouldBe(1);
        _world.Topic.Kinds.ShouldContain(kind);
    }

    [Fact]
    public async Task EvaluateAsync_RatesComeAndGo_OneMailForEachTransition()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        foreach (var delivered in new[] { 975, 0, 400, 0, 40_000, 0 })
        {
            _world.Count(delivered, delivered == 975 ? 25 : 0, age: TimeSpan.Zero);
            await _world.EvaluateAsync();
        }

        _world.Topic.Kinds.ShouldBe(["Warning", "Recovered"]);
    }

    [Fact]
    public async Task EvaluateAsync_BounceQueueAhead_HoldsAndRecoversWhenTheDeliveriesAreCounted()
    {
        _world.Count(delivered: 0, bounced: 60);
        _world.DeliveryQueue.Missing = 9_000;
        await _world.EvaluateAsync();
        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(4));

        _world.Topic.Kinds.Where((_, i) => _world.Topic.Published[i].Mail.Attributes["entity"] == World.SetName).ShouldBe(["Held"]);
        _world.State.Held.ShouldBeTrue();

        _world.Count(delivered: 9_000);
        _world.DeliveryQueue.Missing = 0;
        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.State.Level.ShouldBe(Level.Normal);
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task EvaluateAsync_HeldAndTheDeliveriesNeverCome_PausesAtTheNextSweep()
    {
        _world.Count(delivered: 0, bounced: 60);
        _world.DeliveryQueue.Missing = 9_000;
        var sweep = _world.Sweep();
        await _world.EvaluateAsync();
        _world.DeliveryQueue.Missing = 0;

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await sweep.RunAsync(CancellationToken.None);

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task EvaluateAsync_SetWithAPolicyOfItsOwn_IsEvaluatedAndToldByIt()
    {
        _world.Policies.Own[World.Set] = Policy.Default with { Bounce = new Thresholds(0.10m, 0.20m, 5, 1_000), AlarmTopicArn = "arn:own" };
        _world.Count(900, 100);

        await _world.EvaluateAsync();

        _world.Topic.Kinds.ShouldBe(["Warning"]);
        _world.Topic.Published[0].Policy.AlarmTopicArn.ShouldBe("arn:own");
    }

    [Fact]
    public async Task EvaluateAsync_TheAccountIsCritical_PausesNothing()
    {
        _world.Count(900, 100);

        await _world.EvaluateAsync(ReputationEntity.Account);

        _world.Topic.Kinds.ShouldBe(["Critical"]);
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task EvaluateAsync_AnAlertThatCannotBePublished_LeavesThePauseStanding()
    {
        _world.Count(900, 100);
        _world.Faults.Fail("topic.Publish");

        await _world.EvaluateAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.State.Alert.ShouldNotBeNull();
    }

    [Fact]
    public async Task EvaluateAsync_SwitchedFromObserveToEnforceAtCritical_Pauses()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        _world.Count(900, 100);
        await _world.EvaluateAsync();
        _world.Policies.Default = Policy.Default;

        await _world.EvaluateAsync();

        _world.Topic.Kinds.ShouldBe(["Critical", "Paused"]);
    }

    /// <summary>Every one of them has read the state before the first may write it: the worst there can be.</summary>
    private static Func<string, Task> AllReadBeforeAnyGoesOn(int callers)
    {
        var everyone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var read = 0;
        return call =>
        {
            if (call == "counters.Read" && Interlocked.Increment(ref read) == callers)
            {
                everyone.SetResult();
            }

            return call == "counters.Read" ? everyone.Task : Task.CompletedTask;
        };
    }
}
