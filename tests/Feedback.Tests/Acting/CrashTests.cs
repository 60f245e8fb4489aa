using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Acting;

/// <summary>The process dies at every single step of a pause, before it or after: sweeps bring it to its end, and once.</summary>
public sealed class CrashTests
{
    private const int Steps = 18;

    public static TheoryData<int, bool> EveryStep
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var step = 1; step <= Steps; step++)
            {
                data.Add(step, false);
                data.Add(step, true);
            }

            return data;
        }
    }

    [Fact]
    public async Task EvaluateAsync_WithoutCrash_TakesTheStepsTestedHere()
    {
        var world = Breached(known: true);
        await world.EvaluateAsync();
        world.Faults.Calls.Count.ShouldBe(Steps);
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public async Task EvaluateAsync_CrashAtAnyStep_EndsPausedAndToldOnce(int step, bool done)
    {
        var world = Breached();
        var sweep = world.Sweep();
        await sweep.RunAsync(CancellationToken.None);
        world.Count(900, 100);
        world.Faults.CrashAt(world.Faults.Calls.Count + step, done);

        await DieAsync(() => world.EvaluateAsync());
        var toldTwice = world.Topic.Published.Count > 0 && world.State.Alert is not null;
        await RecoverAsync(world, sweep);

        AssertPaused(world);
        world.Topic.Kinds.Count(k => k == "Paused").ShouldBe(toldTwice ? 2 : 1);
        toldTwice.ShouldBe((step, done) is (16, true) or (17, false));
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public async Task RunAsync_CrashAgainInTheSweepAtAnyStep_StillEndsPaused(int step, bool done)
    {
        for (var second = 1; second <= 18; second++)
        {
            foreach (var secondDone in new[] { false, true })
            {
                var world = Breached(known: true);
                world.Faults.CrashAt(step, done);
                await DieAsync(() => world.EvaluateAsync());
                world.Clock.Advance(TimeSpan.FromMinutes(1));
                world.Faults.Restart();
                world.Faults.CrashAt(world.Faults.Calls.Count + second, secondDone);
                await DieAsync(world.SweepAsync);

                await RecoverAsync(world, world.Sweep());

                AssertPaused(world);
                world.Topic.Kinds.Count(k => k == "Paused").ShouldBeInRange(1, 3);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public async Task RunAsync_CrashWhileSesThrottles_EndsPausedAndTold(int step, bool done)
    {
        var world = Breached(known: true);
        world.Ses.Throttle(times: 2);
        world.Faults.CrashAt(step, done);
        await DieAsync(() => world.EvaluateAsync());

        await RecoverAsync(world, world.Sweep());

        AssertPaused(world);
        world.Topic.Kinds.ShouldContain("Paused");
    }

    private static World Breached(bool known = false)
    {
        var world = new World();
        world.States.Put(EntityState.New(World.Set) with { Version = 1 });
        if (known)
        {
            world.Count(900, 100);
        }
        else
        {
            world.Count(900, 100, age: TimeSpan.FromDays(8));
            world.Count(900, 0);
        }

        return world;
    }

    private static async Task DieAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (CrashException)
        {
            // As meant.
        }
    }

    /// <summary>Sweeps of one process for twenty minutes: a window's sum is looked at again when a bucket ends, at the latest.</summary>
    private static async Task RecoverAsync(World world, Sweep sweep)
    {
        world.Faults.Restart();
        for (var minute = 0; minute < 20; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await sweep.RunAsync(CancellationToken.None);
        }
    }

    private static void AssertPaused(World world)
    {
        world.Ses.Sets[World.SetName].ShouldBeFalse();
        world.State.Sending.ShouldBe(SendingStatus.Paused);
        world.State.PausedBy.ShouldBe(PausedBy.Feedback);
        world.State.IsUnfinished.ShouldBeFalse();
        world.State.Level.ShouldBe(Level.Critical);
    }
}
