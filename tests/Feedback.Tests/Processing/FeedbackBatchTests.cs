using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class FeedbackBatchTests
{
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(60);

    private readonly World _world = new();

    [Fact]
    public async Task HandleAsync_BadMessageAmongGoodOnes_FailsAlone()
    {
        (await HandleAsync(Bodies.Bounce("ann"), "{", Bodies.Bounce("ben"), "{\"eventType\":\"Bounce\"}", Bodies.Delivery(["cid"]))).ShouldBe(["1", "3"]);

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(3, 1, 2, 0, 0));
    }

    [Theory]
    [InlineData("Successfully validated SNS topic for Amazon SES event publishing.")]
    [InlineData("""{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed"}""")]
    [InlineData("""{"Type":"SubscriptionConfirmation","SubscribeURL":"https://example.org/never-fetched","Message":"..."}""")]
    [InlineData("""{"eventType":"Open","open":{},"mail":{}}""")]
    public async Task HandleAsync_NoEvent_IsAcknowledged(string body)
    {
        (await HandleAsync(body)).ShouldBeEmpty();

        _world.Outcomes.Tries.ShouldBe(0);
    }

    [Theory]
    [InlineData("", "210987654321", true)] // a sending delegate, where no accounts are listed
    [InlineData("210987654321", "210987654321", true)]
    [InlineData("210987654321", "123456789012", true)]
    [InlineData("210987654321", "321098765432", false)]
    public async Task HandleAsync_MailOfAnAccount_IsRecordedUnlessAListLacksIt(string listed, string account, bool isRecorded)
    {
        _world.SendingAccountIds.UnionWith(listed.Split(',', StringSplitOptions.RemoveEmptyEntries));

        (await HandleAsync(Bodies.Bounce("ann", account: account))).ShouldBeEmpty();

        (await _world.Suppressions.FindAsync([Sample.Address("ann@example.org")], CancellationToken.None)).Any().ShouldBe(isRecorded);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(account == "123456789012" ? 1 : 0);
    }

    [Fact]
    public async Task HandleAsync_BothFormatsInOneBatch_CountOnce()
    {
        (await HandleAsync(Bodies.BounceOfIdentity("ann"), Bodies.Bounce("ann"), Bodies.Bounce("ann"))).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 0, 1, 0, 0));
        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
    }

    [Fact]
    public async Task HandleAsync_BouncesOfIdentityNotifications_EvaluateTheSetTheLedgerKnows()
    {
        string[] people = [.. Enumerable.Range(0, 50).Select(i => $"p{i}")];
        (await HandleAsync([.. people.Select(p => Bodies.Delivery([p]))])).ShouldBeEmpty();

        (await HandleAsync([.. people.Select(p => Bodies.BounceOfIdentity(p))])).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(50, 50, 50, 0, 0));
        _world.Ses.Changes.ShouldBe([$"{World.SetName}:False"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandleAsync_BothFormatsInTwoBatches_CountOnce(bool identityFirst)
    {
        string[] bodies = [Bodies.BounceOfIdentity("ann"), Bodies.Bounce("ann")];
        foreach (var body in identityFirst ? bodies : bodies.Reverse())
        {
            (await HandleAsync(body)).ShouldBeEmpty();
        }

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 0, 1, 0, 0));
        _world.Counters.Sum(ReputationEntity.Account).ShouldBe(new Tally(1, 0, 1, 0, 0));
        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
    }

    [Fact]
    public async Task HandleAsync_AComplaintOfThree_CountsOneAndSuppressesThree()
    {
        await HandleAsync(Bodies.Complaint(["ann", "ben", "cid"]), Bodies.Complaint(["cid", "ann", "ben"]));

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 1, 0, 0, 1));
        _world.Suppressions.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task HandleAsync_ADelegatesBounces_SuppressAndPauseNothing()
    {
        await HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}", account: "210987654321")).ToArray());

        _world.Suppressions.All.Count.ShouldBe(50);
        _world.Counters.All.ShouldBeEmpty();
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_ABadBlast_PausesTheSetAtOnce()
    {
        (await HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}")).ToArray())).ShouldBeEmpty();

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
        _world.Topic.Kinds.ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task HandleAsync_ABatchOfSeveralSets_EvaluatesEach()
    {
        await HandleAsync([.. Enumerable.Range(0, 10).Select(i => Bodies.Bounce($"r{i}", set: $"set-{i % 2}"))]);

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

        (await HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}")).ToArray())).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(50);
    }

    [Fact]
    public async Task HandleAsync_EvaluationFailed_IsMadeUpForByTheNextSweep()
    {
        var batch = _world.Batch();
        _world.Faults.Fail("counters.Read", times: 1);
        await HandleAsync(batch, Plenty, Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}")).ToArray());
        _world.Ses.Changes.ShouldBeEmpty();

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task HandleAsync_NoTimeButTheMargin_RecordsNothing(int seconds)
    {
        (await HandleAsync(_world.Batch(), TimeSpan.FromSeconds(seconds), Bodies.Bounce("ann"), Bodies.Bounce("ben"))).ShouldBe(["0", "1"]);

        _world.Faults.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_DeadlineBetweenTwoTransactions_LeavesTheRestInTheQueue()
    {
        var batch = _world.Batch();
        _world.Faults.Before = call =>
        {
            if (call == "outcomes.Write" && _world.Outcomes.Written.Count == 1)
            {
                _world.Clock.Advance(Plenty - Deadline.Margin);
            }

            return Task.CompletedTask;
        };

        var failed = await HandleAsync(batch, Plenty, Deliveries(250));

        failed.Count.ShouldBe(250 - 98);
        _world.Counters.Sum(World.Set).Attempts.ShouldBe(98);
        _world.Faults.Calls.ShouldNotContain("states.Get");
    }

    [Fact]
    public async Task HandleAsync_TableBusyToTheEnd_AnswersBeforeTheTimeIsUp()
    {
        _world.Outcomes.IsBusy = () => true;

        (await HandleAsync(Bodies.Bounce("ann"))).ShouldBe(["0"]);

        (_world.Clock.Now - World.Noon).ShouldBeLessThan(Plenty);
    }

    [Fact]
    public async Task HandleAsync_OneTransactionFails_ReturnsExactlyItsMessages()
    {
        var key = new OutcomeKey(Sample.Address("r150").Hash, "message-1");
        var lost = new HashSet<string>();
        _world.Outcomes.Refuses = transaction =>
        {
            var refused = transaction.Outcomes.Any(o => o.Key == key);
            lost.UnionWith(refused ? transaction.Outcomes.Select(o => o.Key.RecipientHash) : []);
            return refused;
        };

        var failed = await HandleAsync(Deliveries(250));

        failed.Count.ShouldBe(98);
        failed.Select(id => Sample.Address($"r{id}").Hash).ShouldBe(lost, ignoreOrder: true);
        _world.Counters.Sum(World.Set).Attempts.ShouldBe(250 - 98);
    }

    [Fact]
    public async Task HandleAsync_MessageWhoseRecipientsFillTwoTransactions_SucceedsOnlyWhole()
    {
        var body = Bodies.Delivery(Enumerable.Range(0, 150).Select(i => $"r{i}"));
        var refusals = 1;
        _world.Outcomes.Refuses = _ => _world.Outcomes.Written.Count == 1 && refusals-- > 0;
        (await HandleAsync(body)).ShouldBe(["0"]);

        (await HandleAsync(body)).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(150, 150, 0, 0, 0));
    }

    [Fact]
    public async Task HandleAsync_SesGivesNoAnswer_RecordsEverythingAtFirstReceive()
    {
        _world.Identities.BeforeAnswer = _ => throw new IOException("SES throttles.");
        var bodies = Enumerable.Range(0, 80).Select(i => Bodies.Bounce($"t{i}"))
            .Concat(Enumerable.Range(0, 20).Select(i => Bodies.BounceOfIdentity($"i{i}", identity: $"domain{i}.example")));

        (await HandleAsync([.. bodies])).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(80);
        _world.Counters.Sum(ReputationEntity.Unattributed).HardBounces.ShouldBe(20);
    }

    [Fact]
    public async Task HandleAsync_UnattributedForLackOfAnAnswer_MovesWhenTheSetIsNamed()
    {
        _world.Identities.BeforeAnswer = _ => throw new IOException("SES throttles.");
        await HandleAsync(Bodies.BounceOfIdentity("ann"));

        await HandleAsync(Bodies.Bounce("ann"));

        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_MailFromTheFuture_CountsInTheBucketOfNow()
    {
        var future = Bodies.Delivery(["ann"]).Replace("2026-11-18T11:30:0", "2199-12-31T11:30:0", StringComparison.Ordinal);

        (await HandleAsync(future, future)).ShouldBeEmpty();

        _world.Outcomes.Written.SelectMany(transaction => transaction.Deltas).ShouldAllBe(delta => delta.Bucket == Bucket.Of(World.Noon));
        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 1, 0, 0, 0));
    }

    [Fact]
    public async Task HandleAsync_IdentityWithADefaultSet_CountsForThatUntilTheSetIsNamed()
    {
        _world.Identities.DefaultSets["example.com"] = "default";
        await HandleAsync(Bodies.BounceOfIdentity("ann"));
        _world.Counters.Sum(ReputationEntity.ConfigurationSet("default")).HardBounces.ShouldBe(1);

        await HandleAsync(Bodies.Bounce("ann"));

        _world.Counters.Sum(ReputationEntity.ConfigurationSet("default")).ShouldBe(Tally.Zero);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_OneThousandDeliveries_TakesElevenWrites()
    {
        (await HandleAsync(Deliveries(1_000))).ShouldBeEmpty();

        _world.Outcomes.Tries.ShouldBeLessThanOrEqualTo(11);
    }

    [Fact]
    public async Task HandleAsync_BouncesOvertakeTheirDeliveries_HoldsThePause()
    {
        _world.DeliveryQueue.Missing = 2_000;
        await HandleAsync([.. Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}"))]);
        _world.State.Held.ShouldBeTrue();

        _world.DeliveryQueue.Missing = 0;
        await HandleAsync([.. Enumerable.Range(0, 3_000).Select(i => Bodies.Delivery([$"d{i}"]))]);
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.Topic.Kinds.ShouldBeEmpty();
        _world.Ses.Changes.ShouldBeEmpty();
    }

    private static string[] Deliveries(int count) => Enumerable.Range(0, count).Select(i => Bodies.Delivery([$"r{i}"])).ToArray();

    private Task<IReadOnlyList<string>> HandleAsync(params string[] bodies) => HandleAsync(_world.Batch(), Plenty, bodies);

    /// <summary>Numbers the bodies; the number is the SQS id.</summary>
    private static Task<IReadOnlyList<string>> HandleAsync(FeedbackBatch batch, TimeSpan remaining, params string[] bodies) =>
        batch.HandleAsync(bodies.Select((body, number) => new IncomingMessage($"{number}", body)).ToList(), remaining);
}
