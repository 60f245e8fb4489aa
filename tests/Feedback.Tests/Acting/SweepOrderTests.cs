using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Feedback.Tests.Processing;

namespace Feedback.Tests.Acting;

public sealed class SweepOrderTests
{
    private readonly World _world = new();

    [Fact]
    public async Task RunAsync_AHealthySet_IsEvaluatedOnceAndIsThenNoMoreWork()
    {
        _world.Count(5_000, 20);
        await _world.EvaluateAsync();

        _world.Work.All.ShouldBeEmpty();
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
