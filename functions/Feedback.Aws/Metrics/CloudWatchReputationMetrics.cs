using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Aws.Metrics;

/// <inheritdoc cref="IReputationMetrics"/>
internal sealed class CloudWatchReputationMetrics(IAmazonCloudWatch cloudWatch, Settings settings) : IReputationMetrics
{
    /// <summary>Below CloudWatch's limit of 1,000 metrics and 1 MB a request.</summary>
    private const int DatumsPerRequest = 500;

    public async Task PublishAsync(IReadOnlyList<(Subject Subject, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var datums in tallies.SelectMany(t => Datums(t.Subject, t.Tally, at)).Chunk(DatumsPerRequest))
        {
            await cloudWatch.PutMetricDataAsync(
                new PutMetricDataRequest { Namespace = settings.MetricsNamespace, MetricData = [.. datums] },
                cancellation);
        }
    }

    private static IEnumerable<MetricDatum> Datums(Subject subject, Tally tally, DateTimeOffset at)
    {
        var window = default(Window);
        yield return Datum("BounceRate", (double)Rate.Of(Signal.Bounce, window, tally).Value, StandardUnit.None, subject, at);
        yield return Datum("ComplaintRate", (double)Rate.Of(Signal.Complaint, window, tally).Value, StandardUnit.None, subject, at);
        yield return Datum("Attempts", tally.Attempts, StandardUnit.Count, subject, at);
    }

    private static MetricDatum Datum(string name, double value, StandardUnit unit, Subject subject, DateTimeOffset at) => new()
    {
        MetricName = name,
        Value = value,
        Unit = unit,
        Timestamp = at.UtcDateTime,
        Dimensions = subject == Subject.Account ? null : [new Dimension { Name = "ConfigurationSet", Value = subject.Name }],
    };
}
