using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Feedback.Tests.Processing;

namespace Feedback.Tests.Acting;

public sealed class SweepMetricsTests
{
    private readonly World _world = new();

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

    [Fact]
    public async Task RunAsync_WorkIsOverdue_PublishesHowFarItLagsBehind()
    {
        _world.Put(EntityState.New(World.Set) with { Version = 1 }, World.Noon - TimeSpan.FromMinutes(20));
        var other = EntityState.New(ReputationEntity.ConfigurationSet("other")) with { Level = Level.Warning };
        _world.Put(other.Moved(World.Noon - TimeSpan.FromMinutes(8), AlertKind.Warning));

        await _world.SweepAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.Metrics.Lags[0].ShouldBe(new SweepLag(TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(20), Watermark: TimeSpan.Zero));
        _world.Metrics.Lags[1].Reconciliation.ShouldBe(TimeSpan.Zero);
        _world.Metrics.Lags[1].Evaluation.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1)); // the safety net
    }

    [Theory]
    [InlineData(89, 0L, 89.0)]
    [InlineData(91, 0L, 0.0)] // no deliveries are sent
    [InlineData(91, 1L, 91.0)]
    public async Task RunAsync_WatermarkIsBehind_PublishesHowFarWhileDeliveriesWait(int seconds, long queued, double published)
    {
        _world.DeliveryQueue.Progress = [new("a") { Frontier = World.Noon.AddSeconds(-seconds) }, new("b") { Frontier = World.Noon.AddHours(-2) }];
        _world.DeliveryQueue.Queued = queued;

        await _world.SweepAsync();

        _world.Metrics.Lags.ShouldHaveSingleItem().Watermark.ShouldBe(TimeSpan.FromSeconds(published));
    }

    [Theory]
    [InlineData(0L, true)]
    [InlineData(1L, false)]
    public async Task RunAsync_NoProcessHasToldItsProgress_PublishesAWatermarkOnlyIfNothingWaits(long queued, bool known)
    {
        _world.DeliveryQueue.Progress = [];
        _world.DeliveryQueue.Queued = queued;

        await _world.SweepAsync();

        _world.Metrics.Lags.ShouldHaveSingleItem().Watermark.HasValue.ShouldBe(known);
    }

    [Theory]
    [InlineData("progress.Read")]
    [InlineData("deliveries.Count")]
    public async Task RunAsync_WatermarkCannotBeRead_PublishesTheOtherLags(string call)
    {
        _world.DeliveryQueue.Progress = [];
        _world.Faults.Fail(call);

        await _world.SweepAsync();

        _world.Metrics.Lags.ShouldHaveSingleItem().Watermark.ShouldBeNull();
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
    public async Task RunAsync_MetricsFail_HasDoneItsWork()
    {
        _world.Put(EntityState.New(World.Set) with { Version = 1 });
        _world.Count(900, 100);
        _world.Faults.Fail("metrics.Publish");

        await _world.SweepAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }
}
