using Feedback.Reputation;

namespace Feedback.Cli.Report;

/// <summary>What was sent in each step of the period, by send time, and what SES rejected, could not render or delivered late.</summary>
internal sealed record VolumeSeries(
    IReadOnlyList<long> Attempts,
    IReadOnlyList<long> Deliveries,
    IReadOnlyList<long> HardBounces,
    IReadOnlyList<long> SoftBounces,
    IReadOnlyList<long> Complaints,
    IReadOnlyList<long> Rejects,
    IReadOnlyList<long> RenderingFailures,
    IReadOnlyList<long> Delays)
{
    public static VolumeSeries Of(ReportPeriod period, IReadOnlyList<(Bucket Bucket, Tally Tally)> counters)
    {
        var step = period.Step;
        var sums = period.Steps.ToDictionary(at => at, _ => Tally.Zero);
        foreach (var (bucket, tally) in counters)
        {
            var at = new DateTimeOffset(bucket.Start.UtcTicks - (bucket.Start.UtcTicks % step.Ticks), TimeSpan.Zero);
            if (sums.TryGetValue(at, out var sum))
            {
                sums[at] = sum + tally;
            }
        }

        List<Tally> inOrder = [.. sums.OrderBy(sum => sum.Key).Select(sum => sum.Value)];
        return new VolumeSeries(
            [.. inOrder.Select(sum => sum.Attempts)],
            [.. inOrder.Select(sum => sum.Deliveries)],
            [.. inOrder.Select(sum => sum.HardBounces)],
            [.. inOrder.Select(sum => sum.SoftBounces)],
            [.. inOrder.Select(sum => sum.Complaints)],
            [.. inOrder.Select(sum => sum.Problems.Rejects)],
            [.. inOrder.Select(sum => sum.Problems.RenderingFailures)],
            [.. inOrder.Select(sum => sum.Problems.Delays)]);
    }
}
