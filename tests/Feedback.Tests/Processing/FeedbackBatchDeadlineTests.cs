using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class FeedbackBatchDeadlineTests
{
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(60);

    private readonly World _world = new();

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task HandleAsync_NoTimeButTheMargin_RecordsNothing(int seconds)
    {
        (await _world.Batch().HandleAsync(TimeSpan.FromSeconds(seconds), Bodies.Bounce("ann"), Bodies.Bounce("ben"))).ShouldBe(["0", "1"]);

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

        var failed = await batch.HandleAsync(Deliveries(250));

        failed.Count.ShouldBe(250 - 98);
        _world.Counters.Sum(World.Set).Attempts.ShouldBe(98);
        _world.Faults.Calls.ShouldNotContain("states.Get");
    }

    [Fact]
    public async Task HandleAsync_TableBusyToTheEnd_AnswersBeforeTheTimeIsUp()
    {
        _world.Outcomes.IsBusy = () => true;

        (await _world.HandleAsync(Bodies.Bounce("ann"))).ShouldBe(["0"]);

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

        var failed = await _world.HandleAsync(Deliveries(250));

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
        (await _world.HandleAsync(body)).ShouldBe(["0"]);

        (await _world.HandleAsync(body)).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(150, 150, 0, 0, 0));
    }

    [Fact]
    public async Task HandleAsync_OneThousandDeliveries_TakesElevenWrites()
    {
        (await _world.HandleAsync(Deliveries(1_000))).ShouldBeEmpty();

        _world.Outcomes.Tries.ShouldBeLessThanOrEqualTo(11);
    }

    private static string[] Deliveries(int count) => Enumerable.Range(0, count).Select(i => Bodies.Delivery([$"r{i}"])).ToArray();
}
