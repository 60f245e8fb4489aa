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

    [Theory]
    [InlineData("None", 0)]
    [InlineData("Troubled", 1)]
    [InlineData("All", 2)]
    public async Task RunAsync_OneTroubledSetAndOneHealthy_PublishesTheSetsThatAreAskedFor(string sets, int published)
    {
        _world.SetMetrics = Enum.Parse<SetMetrics>(sets);
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        _world.Count(975, 25);
        _world.Put(EntityState.New(World.Set) with { Version = 1 });
        _world.Put(EntityState.New(ReputationEntity.ConfigurationSet("healthy")) with { Version = 1 });

        await _world.SweepAsync();

        var entities = _world.Metrics.Published.SelectMany(slice => slice).Select(metric => metric.Entity).ToList();
        entities.Count(entity => entity.ConfigurationSetName is not null).ShouldBe(published);
        entities.Count(entity => entity == ReputationEntity.Account).ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_AllSetsHaveMetrics_EachIsPublishedOnceABucket()
    {
        _world.SetMetrics = SetMetrics.All;
        _world.Put(EntityState.New(World.Set) with { Version = 1 });

        await _world.SweepAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(14));
        Count(World.Set).ShouldBe(1);
        Count(ReputationEntity.Account).ShouldBe(15);

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        Count(World.Set).ShouldBe(2);

        int Count(ReputationEntity entity) => _world.Metrics.Published.SelectMany(slice => slice).Count(metric => metric.Entity == entity);
    }

    [Fact]
    public async Task RunAsync_AHealthySet_IsEvaluatedOnceAndIsThenNoMoreWork()
    {
        _world.Count(5_000, 20);
        await _world.EvaluateAsync();

        _world.Work.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_ManyEntities_PublishesInSlices()
    {
        _world.SetMetrics = SetMetrics.All;
        for (var i = 0; i < 400; i++)
        {
            _world.Put(EntityState.New(ReputationEntity.ConfigurationSet($"set-{i:D3}")) with { Version = 1 });
        }

        await _world.SweepAsync();

        _world.Metrics.Published.Count.ShouldBe(3);
        _world.Metrics.Published.Sum(slice => slice.Count).ShouldBe(402);
    }

    /// <summary>However much there is to evaluate, and however slowly.</summary>
    [Fact]
    public async Task RunAsync_ThousandsOfSlowEvaluationsAreDue_AnUnfinishedPauseGoesFirst()
    {
        for (var i = 0; i < 2_000; i++)
        {
            _world.Put(EntityState.New(ReputationEntity.ConfigurationSet($"s{i:D5}")) with { Version = 1 }, World.Noon - TimeSpan.FromHours(1));
        }

        _world.Put(EntityState.New(World.Set) with
        {
            Version = 3,
            Level = Level.Critical,
            Sending = SendingStatus.Pausing,
            PausedAt = World.Noon,
            LeasedUntil = World.Noon,
        });
        _world.Count(900, 100);
        _world.Faults.Before = call =>
        {
            _world.Clock.Advance(call == "counters.Read" ? TimeSpan.FromSeconds(0.5) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        await _world.SweepAsync();

        var calls = _world.Faults.Calls.ToList();
        calls.IndexOf("ses.Put").ShouldBeLessThan(calls.IndexOf("policies.Get"));
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Metrics.Published.ShouldNotBeEmpty();
        _world.Ses.Asked.ShouldContain(World.SetName);
    }

    [Fact]
    public async Task RunAsync_MoreEvaluationsThanFitIntoASweep_TheNextSweepGoesOnWhereverItRuns()
    {
        for (var i = 0; i < 500; i++)
        {
            _world.Put(EntityState.New(ReputationEntity.ConfigurationSet($"s{i:D5}")) with { Version = 1 }, World.Noon - TimeSpan.FromHours(1));
        }

        _world.Faults.Before = call =>
        {
            _world.Clock.Advance(call == "counters.Read" ? TimeSpan.FromSeconds(0.5) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        await _world.SweepAsync();
        _world.Work.All.Values.Count(dueAt => dueAt < World.Noon).ShouldBeInRange(250, 400);
        await _world.SweepAsync();
        await _world.SweepAsync();

        _world.Work.All.Values.ShouldAllBe(dueAt => dueAt > World.Noon - TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task RunAsync_AStateWithoutWork_IsEvaluatedOnceAnHourAllTheSame()
    {
        _world.Count(900, 100);
        _world.States.Put(EntityState.New(World.Set) with { Version = 1 });

        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task RunAsync_ABatchIsWorkingOnTheSet_LeavesTheItemToIt()
    {
        var marked = await _world.Work.MarkAsync([World.Set], CancellationToken.None);
        _world.Clock.Advance(TimeSpan.FromSeconds(40));
        await _world.Work.MarkAsync([World.Set], CancellationToken.None);
        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        await _world.SweepAsync();

        _world.Work.All[World.Set].ShouldBe(marked[0].DueAt);
    }

    [Fact]
    public async Task RunAsync_WorkIsOverdue_PublishesHowFarItLagsBehind()
    {
        _world.Put(EntityState.New(World.Set) with { Version = 1 }, World.Noon - TimeSpan.FromMinutes(20));
        var other = EntityState.New(ReputationEntity.ConfigurationSet("other")) with { Level = Level.Warning };
        _world.Put(other.Moved(World.Noon - TimeSpan.FromMinutes(8), AlertKind.Warning));

        await _world.SweepAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.Metrics.Lags[0].ShouldBe(new SweepLag(TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(20)));
        _world.Metrics.Lags[1].Reconciliation.ShouldBe(TimeSpan.Zero);
        _world.Metrics.Lags[1].Evaluation.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1)); // the safety net
    }

    [Fact]
    public async Task RunAsync_PublishesTheCountsOfTheLongestWindow()
    {
        _world.SetMetrics = SetMetrics.All;
        _world.Count(50, 1, age: TimeSpan.FromDays(5));
        _world.Count(50, 1);
        _world.Put(EntityState.New(World.Set) with { Version = 1 });

        await _world.SweepAsync();

        _world.Metrics.Published.ShouldHaveSingleItem().ShouldContain((World.Set, new Tally(102, 100, 2, 0, 0)));
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

    [Fact]
    public async Task RunAsync_MetricsFail_HasDoneItsWork()
    {
        _world.Put(EntityState.New(World.Set) with { Version = 1 });
        _world.Count(900, 100);
        _world.Faults.Fail("metrics.Publish");

        await _world.SweepAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task RunAsync_SeveralUnfinishedPauses_TheMostHarmfulGoesFirst()
    {
        foreach (var (name, events) in new[] { ("small", 6), ("large", 900), ("middle", 50) })
        {
            _world.Ses.Sets[name] = true;
            _world.Put(EntityState.New(ReputationEntity.ConfigurationSet(name)) with
            {
                Version = 1,
                Level = Level.Critical,
                Sending = SendingStatus.Pausing,
                PausedAt = World.Noon,
                Worst = new Rate(Signal.Bounce, Window.Parse("1h"), events, 1_000),
            });
        }

        await _world.SweepAsync();

        _world.Ses.Changes.ShouldBe(["large:False", "middle:False", "small:False"]);
    }

    [Fact]
    public async Task RunAsync_NoTimeLeft_Stops()
    {
        _world.Put(EntityState.New(World.Set) with { Version = 1 });
        using var deadline = new CancellationTokenSource();
        _world.Faults.Before = call =>
        {
            if (call == "policies.Get")
            {
                deadline.Cancel();
            }

            return Task.CompletedTask;
        };

        await _world.Sweep().RunAsync(deadline.Token);

        _world.Faults.Calls.ShouldNotContain("counters.Read");
    }
}
