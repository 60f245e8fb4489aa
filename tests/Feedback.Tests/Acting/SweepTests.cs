using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Feedback.Tests.Processing;

namespace Feedback.Tests.Acting;

public sealed class SweepTests
{
    private readonly World _world = new();

    [Fact]
    public async Task RunAsync_NothingKnown_EvaluatesTheAccountAndMailWithoutASet()
    {
        await _world.SweepAsync();

        _world.States.Of(ReputationEntity.Account).Version.ShouldBe(1);
        _world.States.Of(ReputationEntity.Unattributed).Version.ShouldBe(1);
        _world.Topic.Kinds.ShouldBeEmpty();
        _world.Ses.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_IdentityNotificationsAheadOfTheirTwins_SendNoAlert()
    {
        string[] people = [.. Enumerable.Range(0, 50).Select(i => $"p{i}")];
        await BatchAsync([.. people.Select(p => Bodies.BounceOfIdentity(p, $"message-{p}", "unknown.example"))]);
        await BatchAsync([.. people.Select(p => Bodies.Bounce(p, $"message-{p}"))]);

        await _world.SweepAsync();

        _world.Topic.Published.ShouldNotContain(published => published.Mail.Subject.Contains("unattributed", StringComparison.Ordinal));
        _world.State.Sending.ShouldBe(SendingStatus.Paused);

        async Task BatchAsync(string[] bodies) => (await _world.Batch().HandleAsync(
            [.. bodies.Select((body, i) => new IncomingMessage($"{i}", body))],
            TimeSpan.FromSeconds(60))).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_SomeSetKnown_EvaluatesTheAccountToo()
    {
        _world.Count(900, 100);
        _world.Put(EntityState.New(World.Set) with { Version = 1 });

        await _world.SweepAsync();

        _world.Topic.Kinds.ShouldBe(["Paused", "Critical"], ignoreOrder: true);
        _world.States.Of(ReputationEntity.Account).Level.ShouldBe(Level.Critical);
    }

    [Fact]
    public async Task RunAsync_WindowSlidPastTheBadHour_Recovers()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe, Windows = [Window.Parse("1h")] };
        _world.Count(900, 100);
        await _world.EvaluateAsync();

        await _world.SweepForAsync(TimeSpan.FromMinutes(60));

        _world.Topic.Published.Where(p => p.Mail.Attributes["entity"] == World.SetName).Select(p => p.Mail.Attributes["kind"])
            .ShouldBe(["Critical", "Recovered"]);
    }

    [Fact]
    public async Task RunAsync_TopicWasDown_PublishesThePendingAlertOnce()
    {
        _world.Count(900, 100);
        _world.Faults.Fail("topic.Publish");
        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(5));
        _world.Topic.Published.ShouldBeEmpty();
        _world.Faults.Heal("topic.Publish");

        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.Topic.Kinds.ShouldBe(["Paused", "Critical"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public async Task RunAsync_LeasedByAnotherProcess_WaitsForTheLease(int seconds, bool takenOver)
    {
        _world.Put((EntityState.New(World.Set) with { Level = Level.Warning }).Moved(World.Noon, AlertKind.Warning));
        _world.Count(975, 25);
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds));

        await _world.SweepAsync();

        _world.Topic.Published.Any(p => p.Mail.Attributes["entity"] == World.SetName).ShouldBe(takenOver);
    }

    [Fact]
    public async Task RunAsync_TwoSweepsAtOnce_TellOnce()
    {
        _world.Put((EntityState.New(World.Set) with { Level = Level.Warning }).Moved(World.Noon, AlertKind.Warning));
        _world.Count(975, 25);
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        _world.Faults.Interleaves = true;

        await Task.WhenAll(_world.SweepAsync(), _world.SweepAsync(), _world.SweepAsync());

        _world.Topic.Published.Count(p => p.Mail.Attributes["entity"] == World.SetName).ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_OneEntityFails_TheOthersAreSwept()
    {
        var broken = ReputationEntity.ConfigurationSet("broken");
        _world.Put(EntityState.New(broken) with
        {
            Version = 1,
            Level = Level.Critical,
            Sending = SendingStatus.Pausing,
            Worst = new Rate(Signal.Bounce, Window.Parse("1h"), Events: 500, Trials: 1_000),
        });
        _world.Put(EntityState.New(World.Set) with { Version = 1 });
        _world.Count(900, 100);
        _world.Faults.Fail("ses.Put", times: 1);

        await _world.SweepAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }
}
