using Feedback.Deciding;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

/// <summary>Recording and evaluating are apart: what a batch has to have evaluated is written down before it is recorded.</summary>
public sealed class BatchWorkTests
{
    private readonly World _world = new();

    [Fact]
    public async Task HandleAsync_DeliveriesOfManySets_EvaluatesNone()
    {
        await HandleAsync([.. Enumerable.Range(0, 1_000).Select(i => Bodies.Delivery([$"p{i}"], $"m{i}", $"set{i}"))]);

        _world.Faults.CountOf("counters.Read").ShouldBe(0);
        _world.Counters.Sum(ReputationEntity.Account).Deliveries.ShouldBe(1_000);
    }

    [Fact]
    public async Task HandleAsync_DeliveriesOfASetWithoutAState_MakesItKnownToTheNextSweep()
    {
        await HandleAsync([Bodies.Delivery(["ann"])]);

        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.State.Version.ShouldBe(1);
        _world.Work.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_MoreDeliveriesOfAKnownSet_LooksItUpOnce()
    {
        var batch = _world.Batch();
        for (var i = 0; i < 3; i++)
        {
            await batch.HandleAsync([new IncomingMessage("1", Bodies.Delivery(["ann"], $"m{i}"))], TimeSpan.FromSeconds(60));
        }

        _world.Faults.CountOf("states.Find").ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_Bounces_AreMarkedBeforeTheyAreRecorded()
    {
        await HandleAsync([Bodies.Bounce("ann")]);

        _world.Faults.Calls.Where(call => call is "work.Mark" or "outcomes.Write" or "counters.Read" or "work.Complete")
            .ShouldBe(["work.Mark", "outcomes.Write", "counters.Read", "work.Complete"]);
    }

    [Theory]
    [InlineData("outcomes.Write")]
    [InlineData("policies.Get")]
    [InlineData("counters.Read")]
    [InlineData("states.Move")]
    public async Task HandleAsync_ProcessEndsAfterRecording_ASweepPausesTheSet(string lastCall)
    {
        _world.Faults.Before = call =>
        {
            if (call == lastCall)
            {
                _world.Faults.Before = null;
                _world.Faults.CrashAt(_world.Faults.Calls.Count + 1, done: true);
            }

            return Task.CompletedTask;
        };

        var bounces = Enumerable.Range(0, 50).Select(i => new IncomingMessage($"{i}", Bodies.Bounce($"r{i}")));
        await _world.Batch().HandleAsync([.. bounces], TimeSpan.FromSeconds(60));
        _world.Ses.Changes.ShouldBeEmpty();
        _world.Faults.Restart();
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task HandleAsync_TheLedgerKnowsASurerSet_EvaluatesThatSet()
    {
        await HandleAsync([.. Enumerable.Range(0, 20).Select(i => Bodies.Delivery([$"r{i}"], $"m{i}"))]);

        await HandleAsync([.. Enumerable.Range(0, 20).Select(i => Bodies.BounceOfIdentity($"r{i}", $"m{i}", "unknown.example"))]);

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
    }

    [Fact]
    public async Task HandleAsync_MoreSetsThanThereIsTimeToEvaluate_TheSweepEvaluatesTheRest()
    {
        _world.Faults.Before = call =>
        {
            if (call == "counters.Read")
            {
                _world.Clock.Advance(TimeSpan.FromSeconds(3));
            }

            return Task.CompletedTask;
        };
        await HandleAsync([.. Enumerable.Range(0, 40).Select(i => Bodies.Bounce($"r{i}", $"m{i}", $"set{i}"))]);
        var evaluated = _world.States.All.Count;
        evaluated.ShouldBeLessThan(40);
        _world.Faults.Before = null;

        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.States.All.Count(state => state.Entity.ConfigurationSetName is not null).ShouldBe(40);
    }

    private async Task HandleAsync(string[] bodies) => (await _world.Batch().HandleAsync(
        [.. bodies.Select((body, i) => new IncomingMessage($"{i}", body))], TimeSpan.FromSeconds(60))).ShouldBeEmpty();
}
