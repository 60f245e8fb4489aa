using Feedback.Aws.CloudWatch;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;
using Feedback.Reputation;
using Feedback.Tests.Aws.DynamoDb;

namespace Feedback.Tests.Aws.CloudWatch;

public sealed class CloudWatchReputationMetricsTests : IAsyncLifetime
{
    private LocalAws _aws = null!;

    public async Task InitializeAsync() => _aws = await LocalAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task PublishAsync_ASet_HasItsRatesAndAttempts()
    {
        await PublishAsync((ReputationEntity.ConfigurationSet("news"), new Tally(1_000, 800, 40, 160, 2)));

        _aws.Metrics.Select(m => (m.Name, m.Value, m.Unit)).ShouldBe(
            [("BounceRate", 0.04, "None"), ("ComplaintRate", 0.0025, "None"), ("Attempts", 1_000, "Count")]);
        _aws.Metrics.ShouldAllBe(m => m.Namespace == "Feedback" && m.Timestamp == Samples.Noon && m.Count == 1);
        _aws.Metrics.ShouldAllBe(m => m.Dimensions.Count == 1 && m.Dimensions["ConfigurationSet"] == "news");
    }

    [Fact]
    public async Task PublishAsync_TheAccount_HasNoDimension()
    {
        await PublishAsync((ReputationEntity.Account, new Tally(10, 10, 0, 0, 0)));

        _aws.Metrics.Count.ShouldBe(3);
        _aws.Metrics.ShouldAllBe(m => m.Dimensions.Count == 0);
    }

    [Fact]
    public async Task PublishAsync_NoMail_IsARateOfZero()
    {
        await PublishAsync((ReputationEntity.Unattributed, Tally.Zero));

        _aws.Metrics.Count.ShouldBe(3);
        _aws.Metrics.ShouldAllBe(m => m.Value == 0);
    }

    [Fact]
    public async Task PublishAsync_MoreThanARequestTakes_GoesInSeveral()
    {
        await PublishAsync([.. Enumerable.Range(0, 700).Select(i => (ReputationEntity.ConfigurationSet($"set-{i}"), new Tally(i, i, 0, 0, 0)))]);

        var puts = _aws.Calls.OfType<PutMetricDataCall>().ToList();
        puts.Count.ShouldBe(5);
        puts.ShouldAllBe(put => put.Applied && put.Metrics.Count <= 500);
        _aws.Metrics.Where(m => m.Name == "Attempts").Select(m => (int)m.Value).ShouldBe(Enumerable.Range(0, 700));
    }

    [Fact]
    public async Task PublishAsync_NoMetrics_DoesNotCallCloudWatch()
    {
        await PublishAsync();

        _aws.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task PublishLagAsync_EveryLagIsKnown_HasThemInSecondsWithoutADimension()
    {
        await PublishAsync(new SweepLag(TimeSpan.FromSeconds(1.5), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)));

        _aws.Metrics.Select(m => (m.Name, m.Value, m.Unit)).ShouldBe(
            [("SweepLag", 1.5, "Seconds"), ("EvaluationLag", 120, "Seconds"), ("WatermarkLag", 180, "Seconds")]);
        _aws.Metrics.ShouldAllBe(m => m.Namespace == "Feedback" && m.Dimensions.Count == 0);
    }

    [Fact]
    public async Task PublishLagAsync_WatermarkIsNotKnown_LeavesItOut()
    {
        await PublishAsync(new SweepLag(TimeSpan.Zero, TimeSpan.Zero, Watermark: null));

        _aws.Metrics.Select(m => m.Name).ShouldBe(["SweepLag", "EvaluationLag"]);
    }

    private Task PublishAsync(SweepLag lag) =>
        new CloudWatchReputationMetrics(_aws.CloudWatchClient(), TestSettings.Default).PublishLagAsync(lag, Samples.Noon, CancellationToken.None);

    private Task PublishAsync(params (ReputationEntity Entity, Tally Tally)[] tallies) =>
        new CloudWatchReputationMetrics(_aws.CloudWatchClient(), TestSettings.Default).PublishAsync(tallies, Samples.Noon, CancellationToken.None);
}
