using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Aws.CloudWatch;

/// <inheritdoc cref="IReputationMetrics"/>
internal sealed class CloudWatchReputationMetrics(IAmazonCloudWatch cloudWatch, Settings settings) : IReputationMetrics
{
    /// <summary>CloudWatch accepts 1,000 metrics and 1 MB a request.</summary>
    private const int DatumsPerRequest = 500;

    public async Task PublishAsync(IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var datums in tallies.SelectMany(t => Datums(t.Entity, t.Tally, at)).Chunk(DatumsPerRequest))
        {
            await cloudWatch.PutMetricDataAsync(
                new PutMetricDataRequest { Namespace = settings.MetricsNamespace, MetricData = [.. datums] },
                cancellationToken);
        }
    }

    public Task PublishLagAsync(SweepLag lag, DateTimeOffset at, CancellationToken cancellationToken) => cloudWatch.PutMetricDataAsync(
        new PutMetricDataRequest
        {
            Namespace = settings.MetricsNamespace,
            MetricData = [.. Datums(lag, at)],
        },
        cancellationToken);

    private static IEnumerable<MetricDatum> Datums(ReputationEntity entity, Tally tally, DateTimeOffset at)
    {
        foreach (var signal in Signal.All)
        {
            yield return Datum(signal.Metric, (double)Rate.Of(signal, default, tally).Value, StandardUnit.None, entity, at);
        }

        yield return Datum("Attempts", tally.Attempts, StandardUnit.Count, entity, at);
    }

    private static IEnumerable<MetricDatum> Datums(SweepLag lag, DateTimeOffset at)
    {
        yield return Datum("SweepLag", lag.Reconciliation.TotalSeconds, StandardUnit.Seconds, ReputationEntity.Account, at);
        yield return Datum("EvaluationLag", lag.Evaluation.TotalSeconds, StandardUnit.Seconds, ReputationEntity.Account, at);
        if (lag.Watermark is { } watermark)
        {
            yield return Datum("WatermarkLag", watermark.TotalSeconds, StandardUnit.Seconds, ReputationEntity.Account, at);
        }
    }

    private static MetricDatum Datum(string name, double value, StandardUnit unit, ReputationEntity entity, DateTimeOffset at) => new()
    {
        MetricName = name,
        Value = value,
        Unit = unit,
        Timestamp = at.UtcDateTime,
        Dimensions = entity == ReputationEntity.Account ? null : [.. Dimensions(entity)],
    };

    /// <summary>The stack's own account has none. Those of another account begin with the account and Region.</summary>
    private static IEnumerable<Dimension> Dimensions(ReputationEntity entity)
    {
        if (entity.Member is { } member)
        {
            yield return new Dimension { Name = "Account", Value = member.AccountId };
            yield return new Dimension { Name = "Region", Value = member.Region };
        }

        if (!entity.IsAccount)
        {
            yield return new Dimension { Name = "ConfigurationSet", Value = entity.ShortName };
        }
    }
}
