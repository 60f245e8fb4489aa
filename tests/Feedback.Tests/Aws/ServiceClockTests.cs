using Feedback.Aws;
using Feedback.Aws.Ses;
using Feedback.Local.Services;
using Feedback.Reputation;
using Feedback.Tests.Aws.DynamoDb;
using Feedback.Tests.Aws.Ses;

namespace Feedback.Tests.Aws;

[Collection(DatabaseCollection.Name)]
public sealed class ServiceClockTests(DatabaseFixture database) : IAsyncLifetime
{
    private StoreBench _bench = null!;
    private LocalAws _aws = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "clock", retries: 0);
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddConfigurationSet("marketing");
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-40)]
    [InlineData(40)]
    public async Task GetUtcNow_MachineLessThanAMinuteOff_IsTheServicesTime(int seconds)
    {
        var clock = MachineOffBy(TimeSpan.FromSeconds(seconds));

        await _bench.Dynamo.ListTablesAsync();

        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(60, "The clock of this machine is 60 minutes ahead of AWS's. Set it, then run the command again.")]
    [InlineData(-60, "The clock of this machine is 60 minutes behind AWS's. Set it, then run the command again.")]
    public async Task SetEnabledAsync_OperatorsClockAnHourOff_IsRefusedBeforeSesIsAsked(int minutes, string expected)
    {
        var clock = MachineOffBy(TimeSpan.FromMinutes(minutes));
        var sending = new SesSendingApi(OneAccount.Of(_aws.SesClient()), new SesRateLimiter(_bench.Dynamo, _bench.Settings, clock));

        var refused = await Should.ThrowAsync<ClockSkewException>(
            () => sending.SetEnabledAsync(ReputationEntity.ConfigurationSet("marketing"), enabled: true, CancellationToken.None));

        refused.Message.ShouldBe(expected);
        _aws.Calls.Count.ShouldBe(0);
    }

    private ServiceClock MachineOffBy(TimeSpan skew)
    {
        var clock = new ServiceClock(new SkewedClock(skew));
        clock.Follow(_bench.Dynamo);
        return clock;
    }

    private sealed class SkewedClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + skew;
    }
}
