using Feedback.Deciding.Lag;
using Feedback.Processing;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class DeliveryBatchTests
{
    private static readonly TimeSpan Plenty = TimeSpan.FromMinutes(1);

    private readonly World _world = new();

    private DeliveryProgress Progress => _world.DeliveryQueue.Progress.ShouldHaveSingleItem();

    [Fact]
    public async Task HandleAsync_ABatch_IsInFlightWhileItIsRecordedAndThenMovesTheFrontier()
    {
        DeliveryProgress? during = null;
        _world.Faults.Before = call =>
        {
            during ??= call == "outcomes.Write" ? Progress : null;
            return Task.CompletedTask;
        };

        (await _world.DeliveryBatch().HandleAsync([Delivery(1, secondsAgo: 20), Delivery(2, secondsAgo: 30)], Plenty)).ShouldBeEmpty();

        during!.InFlight!.Count.ShouldBe(2);
        during.InFlight.SentFrom.ShouldBe(World.Noon.AddSeconds(-30));
        Progress.InFlight.ShouldBeNull();
        Progress.Frontier.ShouldBe(World.Noon.AddSeconds(-30));
        Progress.Failed.ShouldBeNull();
    }

    [Fact]
    public async Task HandleAsync_RecordingFails_ReportsTheDeliveriesAsMissingButNoUnreadableMessage()
    {
        _world.Faults.Fail("outcomes.Write");

        var failed = await _world.DeliveryBatch().HandleAsync(
            [Delivery(1, secondsAgo: 20), new IncomingMessage("2", "not an event", World.Noon.AddSeconds(-60))],
            Plenty);

        failed.ShouldBe(["1", "2"], ignoreOrder: true);
        Progress.Failed!.Count.ShouldBe(1);
        Progress.Failed.SentFrom.ShouldBe(World.Noon.AddSeconds(-20));
    }

    [Fact]
    public async Task HandleAsync_TheProgressCannotBeWritten_RecordsAllTheSame()
    {
        _world.Faults.Fail("progress.Write");

        (await _world.DeliveryBatch().HandleAsync([Delivery(1, secondsAgo: 20)], Plenty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_NoMessageSaysWhenItWasSent_ReportsNoProgress()
    {
        (await _world.DeliveryBatch().HandleAsync([new IncomingMessage("1", Bodies.Delivery(["r1"]))], Plenty)).ShouldBeEmpty();

        _world.DeliveryQueue.Progress.ShouldBeNull();
    }

    private static IncomingMessage Delivery(int id, int secondsAgo) => new($"{id}", Bodies.Delivery([$"r{id}"]), World.Noon.AddSeconds(-secondsAgo));
}
