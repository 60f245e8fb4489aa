using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.TestUtilities;
using Feedback.Deciding;
using Feedback.Functions;
using Feedback.Reputation;

namespace Feedback.Tests.Functions;

[Collection(DatabaseCollection.Name)]
public sealed class ReputationFunctionTests(DatabaseFixture database) : IAsyncLifetime
{
    private FunctionBench _bench = null!;

    public async Task InitializeAsync() => _bench = await FunctionBench.CreateAsync(database);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task SweepAsync_SetWhoseWorkIsDue_IsEvaluatedAndItsRatesArePublished()
    {
        _bench.Aws.Ses.AddConfigurationSet("news");
        var state = EntityState.New(ReputationEntity.ConfigurationSet("news")) with { Version = 1, Level = Level.Warning };
        (await _bench.Stores.States.TryMoveAsync(state, HistoryEntry.Of(state, Actor.Feedback, "test"), CancellationToken.None)).ShouldBeTrue();
        await _bench.Get<IWorkList>().AddMissingAsync([state.Entity], CancellationToken.None);

        await _bench.Get<ReputationFunction>().SweepAsync(new ScheduledEvent(), new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });

        _bench.Aws.Metrics.SelectMany(metric => metric.Dimensions.Values).ShouldContain("news");
    }
}
