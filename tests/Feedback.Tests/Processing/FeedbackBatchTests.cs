using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class FeedbackBatchTests
{
    private readonly World _world = new();

    [Fact]
    public async Task HandleAsync_BadMessageAmongGoodOnes_FailsAlone()
    {
        (await _world.HandleAsync(Bodies.Bounce("ann"), "{", Bodies.Bounce("ben"), "{\"eventType\":\"Bounce\"}", Bodies.Delivery(["cid"])))
            .ShouldBe(["1", "3"]);

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(3, 1, 2, 0, 0));
    }

    [Theory]
    [InlineData("Successfully validated SNS topic for Amazon SES event publishing.")]
    [InlineData("""{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed"}""")]
    [InlineData("""{"Type":"SubscriptionConfirmation","SubscribeURL":"https://example.org/never-fetched","Message":"..."}""")]
    [InlineData("""{"eventType":"Open","open":{},"mail":{}}""")]
    public async Task HandleAsync_NoEvent_IsAcknowledged(string body)
    {
        (await _world.HandleAsync(body)).ShouldBeEmpty();

        _world.Outcomes.Tries.ShouldBe(0);
    }

    [Fact]
    public async Task HandleAsync_AComplaintOfThree_CountsOneAndSuppressesThree()
    {
        await _world.HandleAsync(Bodies.Complaint(["ann", "ben", "cid"]), Bodies.Complaint(["cid", "ann", "ben"]));

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 1, 0, 0, 1));
        _world.Suppressions.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task HandleAsync_ABadBlast_PausesTheSetAtOnce()
    {
        (await _world.HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}")).ToArray())).ShouldBeEmpty();

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
        _world.Topic.Kinds.ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task HandleAsync_ABatchOfSeveralSets_EvaluatesEach()
    {
        await _world.HandleAsync([.. Enumerable.Range(0, 10).Select(i => Bodies.Bounce($"r{i}", set: $"set-{i % 2}"))]);

        _world.States.Of(ReputationEntity.ConfigurationSet("set-0")).Version.ShouldBeGreaterThan(0);
        _world.States.Of(ReputationEntity.ConfigurationSet("set-1")).Version.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("counters.Read")]
    [InlineData("policies.Get")]
    [InlineData("states.Get")]
    [InlineData("states.Move")]
    [InlineData("progress.Read")]
    [InlineData("ses.Get")]
    [InlineData("ses.Put")]
    [InlineData("topic.Publish")]
    [InlineData("outcomes.LatestEvents")]
    [InlineData("suppressions.Find")]
    public async Task HandleAsync_WhatFollowsTheRecordingFails_FailsNoMessage(string call)
    {
        _world.Faults.Fail(call);

        (await _world.HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}")).ToArray())).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(50);
    }

    [Fact]
    public async Task HandleAsync_EvaluationFailed_IsMadeUpForByTheNextSweep()
    {
        var batch = _world.Batch();
        _world.Faults.Fail("counters.Read", times: 1);
        await batch.HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}")).ToArray());
        _world.Ses.Changes.ShouldBeEmpty();

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
    }

    [Fact]
    public async Task HandleAsync_MailFromTheFuture_CountsInTheBucketOfNow()
    {
        var future = Bodies.Delivery(["ann"]).Replace("2026-11-18T11:30:0", "2199-12-31T11:30:0", StringComparison.Ordinal);

        (await _world.HandleAsync(future, future)).ShouldBeEmpty();

        _world.Outcomes.Written.SelectMany(transaction => transaction.Deltas).ShouldAllBe(delta => delta.Bucket == Bucket.Of(World.Noon));
        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 1, 0, 0, 0));
    }

    [Fact]
    public async Task HandleAsync_BouncesOvertakeTheirDeliveries_HoldsThePause()
    {
        _world.DeliveryQueue.Missing = 2_000;
        await _world.HandleAsync([.. Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}"))]);
        _world.State.Held.ShouldBeTrue();

        _world.DeliveryQueue.Missing = 0;
        await _world.HandleAsync([.. Enumerable.Range(0, 3_000).Select(i => Bodies.Delivery([$"d{i}"]))]);
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.Topic.Kinds.ShouldBeEmpty();
        _world.Ses.Changes.ShouldBeEmpty();
    }
}
