using Feedback.Cli.Dashboards;
using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Templates;

namespace Feedback.Tests.Cli.Dashboards;

public sealed class AlarmStatesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly AlarmStates _alarms = new(Template.Load());

    [Theory]
    [InlineData(1, 10, "ALARM")]
    [InlineData(1, 6, "ALARM")]
    [InlineData(1, 5, "OK")] // one period of two
    [InlineData(6, 30, "OK")] // over
    public void Of_ALagOfTheSweep_DependsOnTheLatestPeriods(int latest, int earliest, string state)
    {
        var lags = Enumerable.Range(1, 30)
            .Select(minute => Put("Feedback", "SweepLag", null, null, minute >= latest && minute <= earliest ? 700 : 600, minute)).ToList();

        _alarms.Of("SweepLagAlarm", lags, Noon).ShouldBe(state);
    }

    [Fact]
    public void Of_AMetricOfAwsThatIsNotRecorded_IsUnknown() => _alarms.Of("BounceCriticalAlarm", [], Noon).ShouldBeNull();

    [Fact]
    public void Of_AnAlarmThatTheTemplateLacks_IsRefused() => Should.Throw<FormatException>(() => _alarms.Of("NoAlarm", [], Noon));

    [Theory]
    [InlineData(0, null)] // whether bounces wait is not recorded
    [InlineData(3_600, "ALARM")]
    public void Of_ACompositeAlarm_FollowsFromItsAlarms(double age, string? state)
    {
        var ages = Enumerable.Range(1, 60)
            .Select(minute => Put("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "DeliveryQueue", age, minute)).ToList();

        _alarms.Of("BlindAlarm", ages, Noon).ShouldBe(state);
    }

    [Fact]
    public void Of_MissingDataThatBreaches_IsAnAlarm()
    {
        var once = Put("AWS/Lambda", "Invocations", "FunctionName", "ReputationFunction", 1, minutesBefore: 20);

        _alarms.Of("SweepStoppedAlarm", [once], Noon).ShouldBe("ALARM");
    }

    private static MetricPut Put(string space, string name, string? dimension, string? value, double figure, int minutesBefore)
    {
        var dimensions = dimension is null ? [] : new Dictionary<string, string> { [dimension] = value! };
        return new MetricPut(space, name, dimensions, figure, 1, null, Noon.AddMinutes(-minutesBefore));
    }
}
