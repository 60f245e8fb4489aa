using Feedback.Cli.Report;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Cli.Report;

/// <summary>The report's data, from what the functions have counted and decided.</summary>
public sealed class ReportReaderTests
{
    private readonly World _world = new();

    [Fact]
    public async Task ReadAsync_ASetThatWasPaused_ShowsItsRateUpToThePauseAndThePause()
    {
        _world.Count(delivered: 940, bounced: 60, age: TimeSpan.FromHours(3));
        await _world.EvaluateAsync();
        _world.Clock.Advance(TimeSpan.FromHours(2));

        var set = (await ReadAsync()).Sets[0];

        set.Summary.Sending.ShouldBe("Paused");
        var bounce = set.Signals.Single(signal => signal.Signal == "Bounce");
        (bounce.Warning, bounce.Critical).ShouldBe((0.02m, 0.04m));
        var day = bounce.Windows.Single(series => series.Window == "24h");
        day.Rates.Max().ShouldBe(0.06m);
        day.Rates[^1].ShouldBeNull();
        bounce.Windows.Single(series => series.Window == "1h").Rates.Count(rate => rate is not null).ShouldBe(5);
        set.Volume.Attempts.Sum().ShouldBe(1_000);
        set.Volume.HardBounces.Sum().ShouldBe(60);
        set.Pauses.ShouldHaveSingleItem().To.ShouldBeNull();
        set.Transitions.Select(entry => entry.What).ShouldContain("Paused");
    }

    [Fact]
    public async Task ReadAsync_AResumedSet_StartsItsRatesAfresh()
    {
        _world.Count(delivered: 940, bounced: 60, age: TimeSpan.FromHours(3));
        await _world.EvaluateAsync();
        _world.Clock.Advance(TimeSpan.FromHours(2));
        await _world.Operator().ResumeAsync(World.Set, "ann", "list cleaned", CancellationToken.None);
        _world.Clock.Advance(TimeSpan.FromHours(2));
        _world.Count(delivered: 500);

        var set = (await ReadAsync()).Sets[0];

        set.Signals[0].Windows.Single(series => series.Window == "24h").Rates[^1].ShouldBe(0);
        set.Signals[0].Windows.Single(series => series.Window == "24h").Trials[^1].ShouldBe(500);
        set.Pauses.ShouldHaveSingleItem().ResumedBy.ShouldBe("ann");
    }

    [Fact]
    public async Task ReadAsync_MoreSetsThanTheLimit_DetailsTheWorstAndListsAll()
    {
        _world.Count(delivered: 940, bounced: 60);
        await _world.EvaluateAsync();
        _world.States.Put(EntityState.New(ReputationEntity.ConfigurationSet("another")) with { Version = 1 });

        var report = await ReadAsync(limit: 1);

        report.Sets.ShouldHaveSingleItem().Summary.Entity.ShouldBe(World.SetName);
        report.Overview.Select(set => set.Entity).ShouldBe([World.SetName, "another"]);
    }

    private Task<ReportDocument> ReadAsync(int limit = 20)
    {
        var now = _world.Clock.Now;
        var statuses = new StatusReader(_world.States, _world.Policies, _world.Evaluator());
        var reader = new ReportReader(statuses, _world.States, _world.Counters, _world.Outcomes, Settings, _world.Clock);
        return reader.ReadAsync([], new ReportPeriod(now.AddDays(-1), now), limit, CancellationToken.None);
    }

    private static Settings Settings { get; } = new()
    {
        OutcomesTable = "",
        ReputationTable = "",
        SuppressionTable = "",
        AlarmTopicArn = "",
        DeliveryQueueUrl = "",
        Deployment = World.Deployment,
        Policy = Policy.Default,
        SoftBounceLimit = 5,
        OutcomeRetention = TimeSpan.FromDays(35),
        SesInterval = TimeSpan.FromSeconds(1),
        RemindEvery = TimeSpan.FromDays(1),
        MetricsNamespace = "",
        SetMetrics = SetMetrics.Troubled,
    };
}
