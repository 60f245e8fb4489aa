using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads CloudWatch's alarms.</summary>
internal sealed class AlarmReader(IAmazonCloudWatch cloudWatch)
{
    public async Task<IReadOnlyList<Alarm>?> ReadAsync(Attempts attempts, CancellationToken cancellationToken) => await attempts.TryAsync(
        "cloudwatch:DescribeAlarms",
        "alarms",
        async () =>
        {
            var all = new List<Alarm>();
            string? token = null;
            do
            {
                var page = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { NextToken = token }, cancellationToken);
                all.AddRange((page.MetricAlarms ?? []).Select(Read));
                token = page.NextToken;
            }
            while (!string.IsNullOrEmpty(token));

            return all;
        },
        cancellationToken);

    private static Alarm Read(MetricAlarm alarm) => new(
        alarm.AlarmName,
        $"{alarm.Namespace} {alarm.MetricName}",
        alarm.Dimensions?.Find(dimension => dimension.Name == "ses:configuration-set")?.Value,
        alarm.ActionsEnabled == true ? alarm.AlarmActions ?? [] : [],
        alarm.StateValue == StateValue.ALARM);
}
