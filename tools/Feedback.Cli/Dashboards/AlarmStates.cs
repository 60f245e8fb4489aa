using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Templates;

namespace Feedback.Cli.Dashboards;

/// <summary>
/// Evaluates the template's alarms over recorded metrics. An alarm has no state here if it watches a metric of AWS that was not recorded, or
/// more than one metric, or is made of such alarms.
/// </summary>
internal sealed partial class AlarmStates(Template template)
{
    private const string Alarm = "ALARM";
    private const string Ok = "OK";

    private readonly IReadOnlyDictionary<string, JsonObject> _alarms = template.Properties(
        "AWS::CloudWatch::Alarm",
        new StackSettings(),
        "Namespace",
        "MetricName",
        "Dimensions",
        "Statistic",
        "Period",
        "EvaluationPeriods",
        "ComparisonOperator",
        "Threshold",
        "TreatMissingData");

    private readonly IReadOnlyDictionary<string, JsonObject> _composites =
        template.Properties("AWS::CloudWatch::CompositeAlarm", new StackSettings(), "AlarmRule");

    /// <summary>The state of an alarm at a time; null if it is not known.</summary>
    /// <exception cref="FormatException">The alarm is none of the template's, or compares in another way.</exception>
    public string? Of(string name, IReadOnlyList<MetricPut> metrics, DateTimeOffset at) =>
        _composites.TryGetValue(name, out var composite) ? OfComposite((string)composite["AlarmRule"]!, metrics, at)
        : _alarms.TryGetValue(name, out var alarm) ? OfMetric(alarm, metrics, at)
        : throw new FormatException($"The template has no alarm {name}.");

    private string? OfComposite(string rule, IReadOnlyList<MetricPut> metrics, DateTimeOffset at)
    {
        if (OneAlarm().Replace(rule, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word != "OR"))
        {
            return null;
        }

        var states = OneAlarm().Matches(rule).Select(match => Of(match.Groups["name"].Value, metrics, at)).ToList();
        return states.Contains(Alarm) ? Alarm : states.Contains(null) ? null : Ok;
    }

    private static string? OfMetric(JsonObject alarm, IReadOnlyList<MetricPut> metrics, DateTimeOffset at)
    {
        if (alarm["Namespace"] is not { } space)
        {
            return null;
        }

        var dimensions = ((JsonArray?)alarm["Dimensions"] ?? []).ToDictionary(one => (string)one!["Name"]!, one => (string)one!["Value"]!);
        var found = metrics.Where(put => put.Namespace == (string)space! && put.Name == (string)alarm["MetricName"]!
            && put.Dimensions.Count == dimensions.Count && dimensions.All(one => put.Dimensions.GetValueOrDefault(one.Key) == one.Value)).ToList();
        if (found.Count == 0 && ((string)space!).StartsWith("AWS/", StringComparison.Ordinal))
        {
            return null;
        }

        var (period, periods) = (TimeSpan.FromSeconds(Number(alarm, "Period")), (int)Number(alarm, "EvaluationPeriods"));
        var points = Statistic.Points(found, (string)alarm["Statistic"]!, (int)period.TotalSeconds).ToDictionary(point => point.At, point => point.Value);
        var last = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % period.Ticks), TimeSpan.Zero);
        var isMissingBreaching = (string)alarm["TreatMissingData"]! == "breaching";
        var breaching = Enumerable.Range(1, periods)
            .Select(back => points.TryGetValue(last - (back * period), out var value) ? Breaches(alarm, value) : isMissingBreaching);
        return breaching.All(one => one) ? Alarm : Ok;
    }

    private static bool Breaches(JsonObject alarm, double value) => (string)alarm["ComparisonOperator"]! switch
    {
        "GreaterThanThreshold" => value > Number(alarm, "Threshold"),
        "GreaterThanOrEqualToThreshold" => value >= Number(alarm, "Threshold"),
        "LessThanThreshold" => value < Number(alarm, "Threshold"),
        var other => throw new FormatException($"An alarm with {other} can't be evaluated."),
    };

    private static double Number(JsonObject alarm, string property) => double.Parse((string)alarm[property]!, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"ALARM\(""(?<name>[^""]+)""\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OneAlarm();
}
