using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.SecondDetector;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads CloudWatch's alarms.</summary>
internal sealed class AlarmReader(CloudWatchAlarms alarms)
{
    public async Task<IReadOnlyList<Alarm>?> ReadAsync(Attempts attempts, CancellationToken cancellationToken) => await attempts.TryAsync(
        "cloudwatch:DescribeAlarms",
        "alarms",
        async () => (await alarms.AllAsync(cancellationToken)).Select(Read).ToList(),
        cancellationToken);

    private static Alarm Read(MetricAlarm alarm) => new(
        alarm.AlarmName,
        $"{alarm.Namespace} {alarm.MetricName}",
        alarm.ActionsEnabled == true ? alarm.AlarmActions ?? [] : [],
        alarm.StateValue == StateValue.ALARM,
        CloudWatchAlarms.Read(alarm));
}
