using Feedback.Local.Services.CloudWatch;

namespace Feedback.Cli.Dashboards;

/// <summary>A statistic of the values that were recorded in one period.</summary>
internal static class Statistic
{
    /// <exception cref="FormatException">The statistic is unknown.</exception>
    public static Func<IReadOnlyCollection<double>, double> Of(string name) => name switch
    {
        "Maximum" => values => values.Max(),
        "Sum" => values => values.Sum(),
        "p99" => Percentile99,
        _ => throw new FormatException($"The statistic {name} can't be drawn."),
    };

    /// <summary>Returns one point for each period with values, at its beginning.</summary>
    public static IReadOnlyList<Point> Points(IEnumerable<MetricPut> recorded, string statistic, int periodSeconds)
    {
        var compute = Of(statistic);
        return
        [
            .. recorded.GroupBy(put => put.Timestamp!.Value.ToUnixTimeSeconds() / periodSeconds * periodSeconds)
                .OrderBy(period => period.Key)
                .Select(period => new Point(DateTimeOffset.FromUnixTimeSeconds(period.Key), compute([.. period.Select(put => put.Value)]))),
        ];
    }

    private static double Percentile99(IReadOnlyCollection<double> values) => values.Order().ElementAt((int)Math.Ceiling(values.Count * 0.99) - 1);
}
