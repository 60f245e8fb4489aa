using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Feedback.Reputation;

namespace Feedback.Cli.SecondDetector;

/// <summary>Reads CloudWatch's alarms, and writes those of the second detector.</summary>
internal sealed class CloudWatchAlarms(IAmazonCloudWatch cloudWatch)
{
    public async Task<IReadOnlyList<MetricAlarm>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<MetricAlarm>();
        string? token = null;
        do
        {
            var page = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { NextToken = token }, cancellationToken);
            all.AddRange(page.MetricAlarms ?? []);
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return all;
    }

    /// <summary>Returns the alarms on SES's own rates of configuration sets.</summary>
    public async Task<IReadOnlyList<SetAlarm>> OfSetsAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Select(Read).OfType<SetAlarm>()];

    /// <summary>Creates the alarm, or replaces the one of its name.</summary>
    public Task PutAsync(SetAlarm alarm, CancellationToken cancellationToken) => cloudWatch.PutMetricAlarmAsync(
        new PutMetricAlarmRequest
        {
            AlarmName = alarm.Name,
            AlarmDescription = alarm.Description,
            Namespace = SetAlarm.Namespace,
            MetricName = alarm.Signal.SesMetric,
            Dimensions = [new Dimension { Name = SetAlarm.Dimension, Value = alarm.ConfigurationSet }],
            Statistic = alarm.Statistic,
            Period = alarm.Period,
            EvaluationPeriods = alarm.EvaluationPeriods,
            ComparisonOperator = alarm.Comparison,
            Threshold = (double)alarm.Threshold,
            TreatMissingData = alarm.MissingData,
            AlarmActions = [.. alarm.Topics],
            OKActions = [.. alarm.OkTopics],
        },
        cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        cloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = [name] }, cancellationToken);

    /// <summary>Returns null for an alarm on anything but a rate of one configuration set.</summary>
    public static SetAlarm? Read(MetricAlarm alarm) =>
        alarm.Namespace == SetAlarm.Namespace
        && alarm.Dimensions is [{ Name: SetAlarm.Dimension, Value: var set }]
        && Signal.All.FirstOrDefault(signal => signal.SesMetric == alarm.MetricName) is { } signal
            ? new SetAlarm(alarm.AlarmName, set, signal, (decimal)(alarm.Threshold ?? 0), alarm.AlarmActions ?? [], alarm.OKActions ?? [])
            {
                ActionsEnabled = alarm.ActionsEnabled ?? true,
                Comparison = alarm.ComparisonOperator?.Value ?? "",
                Statistic = alarm.Statistic?.Value ?? "",
                Period = alarm.Period ?? 0,
                EvaluationPeriods = alarm.EvaluationPeriods ?? 0,
                MissingData = alarm.TreatMissingData ?? "missing",
            }
            : null;
}
