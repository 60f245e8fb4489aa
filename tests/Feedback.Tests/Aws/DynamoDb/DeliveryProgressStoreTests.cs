using Feedback.Aws.DynamoDb;
using Feedback.Deciding.Lag;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class DeliveryProgressStoreTests(DatabaseFixture database) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    private readonly TestClock _clock = new(Now);
    private StoreBench _bench = null!;
    private DeliveryProgressStore _store = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "progress", retries: 1);
        _store = new DeliveryProgressStore(_bench.Dynamo, _bench.Settings, _clock);
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task ReadAsync_SeveralProcesses_AreAsTheyWereWritten()
    {
        var idle = new DeliveryProgress("a") { Frontier = Now.AddSeconds(-3), Failed = new DeliverySpan(2, Now.AddMinutes(-1), Now.AddMinutes(8)) };
        var busy = new DeliveryProgress("b") { InFlight = new DeliverySpan(1_000, Now.AddSeconds(-5), Now.AddMinutes(8)) };
        await _store.WriteAsync(idle with { Frontier = Now.AddSeconds(-9) }, CancellationToken.None);
        await _store.WriteAsync(idle, CancellationToken.None);
        await _store.WriteAsync(busy, CancellationToken.None);

        (await _store.ReadAsync(CancellationToken.None)).ShouldBe([idle, busy], ignoreOrder: true);
    }

    [Fact]
    public async Task ReadAsync_AProcessThatWroteADayAgo_IsForgotten()
    {
        await _store.WriteAsync(new DeliveryProgress("a") { Frontier = Now }, CancellationToken.None);

        _clock.Advance(DeliveryProgressStore.KeptFor);

        (await _store.ReadAsync(CancellationToken.None)).ShouldBeEmpty();
    }
}
