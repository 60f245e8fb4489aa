using System.Reflection;
using System.Text.RegularExpressions;
using Feedback.Cli.Dashboards;
using Microsoft.Extensions.Logging;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>What an operator sees of a deployment: the dashboard, the alarms and the saved queries.</summary>
public sealed partial class SeeingTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    private static IReadOnlyDictionary<string, YamlNode> Alarms => Template.Resources("AWS::CloudWatch::Alarm");

    private static IEnumerable<YamlNode> AllAlarms => Alarms.Values.Concat(Template.Resources("AWS::CloudWatch::CompositeAlarm").Values);

    [Fact]
    public void Metrics_OfTheDashboard_ArePublished()
    {
        var metrics = WatchedMetric.OfTheDashboard();

        metrics.Count.ShouldBeGreaterThan(30);
        metrics.Where(metric => !PublishedMetrics.Have(metric)).ShouldBeEmpty();
    }

    [Fact]
    public void Metrics_OfTheAlarms_ArePublished()
    {
        var metrics = Alarms.Values.Select(WatchedMetric.OfAnAlarm).ToList();

        metrics.Count.ShouldBeGreaterThan(10);
        metrics.Where(metric => !PublishedMetrics.Have(metric)).ShouldBeEmpty();
    }

    /// <summary>A check that can't fail would be worth nothing.</summary>
    [Theory]
    [InlineData("Feedback", "BouncesRate", null, null)]
    [InlineData("Feedback", "BounceRate", "ConfigurationSets", null)]
    [InlineData("AWS/SES", "Reputation.BounceRates", null, null)]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "BounceQueues")]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", "FunctionName", "BounceFunction")]
    [InlineData("AWS/Lambda", "Errors", "FunctionName", "BounceQueue")]
    public void Metric_WithAMistake_IsNotPublished(string space, string name, string? dimension, string? value) =>
        PublishedMetrics.Have(new WatchedMetric(space, name, dimension, value)).ShouldBeFalse();

    /// <summary>A column that no event fills, or an event that is never written, would stay empty for ever.</summary>
    [Fact]
    public void Logs_OfTheDashboard_AreWrittenByTheFunctions()
    {
        var query = DashboardBody.Of(Feedback.Local.Templates.Template.Load()).Widgets
            .OfType<DashboardBody.LogWidget>().Select(widget => LogQuery.Parse(widget.Properties.Query)).ShouldHaveSingleItem();

        query.LogGroups.ShouldBe(LogGroupsOfFunctions.Where(group => Find(Template.Resource(group), "Condition") is null));
        var messages = query.Events.Select(name => typeof(Log).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic).ShouldNotBeNull(name))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>().ShouldNotBeNull().Message).ToList();
        query.Fields.Except(["@timestamp", "event"]).ShouldAllBe(field => messages.Any(message => message.Contains($"{{{field}}}")));
    }

    /// <summary>But for those that a parameter leaves out: a dashboard can't show an alarm that is not there.</summary>
    [Fact]
    public void Alarms_OfTheDashboard_AreAllThatAreAlwaysThere() => WatchedMetric.DashboardAlarms().ShouldBe(
        Alarms.Where(alarm => Find(alarm.Value, "Condition") is null)
            .Select(alarm => alarm.Key)
            .Concat(Template.Resources("AWS::CloudWatch::CompositeAlarm").Keys),
        ignoreOrder: true);

    /// <summary>A filter that matches no line of ours would make an alarm that never rises.</summary>
    [Fact]
    public void MetricFilters_Always_ReadALineThatTheFunctionsWrite()
    {
        var filters = Template.Resources("AWS::Logs::MetricFilter").Values.Select(filter => filter["Properties"]).ToList();

        filters.Select(filter => Target(filter["LogGroupName"])).ShouldBe(["BounceLogGroup", "ComplaintLogGroup", "DeliveryLogGroup", "InboundLogGroup"]);
        foreach (var filter in filters)
        {
            var name = FilteredEvent().Match(Text(filter["FilterPattern"])).Groups["event"].Value;
            var value = Text(Items(filter["MetricTransformations"]).ShouldHaveSingleItem()["MetricValue"]);
            var line = typeof(Log).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic).ShouldNotBeNull(name);
            line.GetCustomAttribute<LoggerMessageAttribute>().ShouldNotBeNull().Message.ShouldContain($"{{{value[2..]}}}");
        }
    }

    /// <summary>Each description has a verb that tells the operator what to do, beside what is the matter.</summary>
    [Fact]
    public void Alarms_Always_SayWhatToDo() => AllAlarms.Select(alarm => Text(alarm["Properties"]["AlarmDescription"])).ShouldAllBe(
        description => Instruction().IsMatch(description));

    [Fact]
    public void Alarms_ThatAreOver_AreReported() =>
        AllAlarms.ShouldAllBe(alarm => Items(alarm["Properties"]["OKActions"]).Select(Text).First() == "AlarmTopic");

    /// <summary>A rule of alarms can't name one that a parameter leaves out.</summary>
    [Fact]
    public void BlindAlarm_Always_IsMadeOfEachAlarmOnQueuesAndTheSweep()
    {
        var rule = Text(Template.Resource("BlindAlarm")["Properties"]["AlarmRule"]);

        AlarmInRule().Matches(rule).Select(match => match.Groups["name"].Value).ShouldBe(
            Alarms.Where(alarm => Text(alarm.Value["Properties"]["Namespace"]) == "AWS/SQS" && Find(alarm.Value, "Condition") is null)
                .Select(alarm => alarm.Key)
                .Concat(["SweepStoppedAlarm", "SweepLagAlarm", "EvaluationLagAlarm"]),
            ignoreOrder: true);
        AlarmInRule().Replace(rule, "").ShouldNotContain("$");
    }

    [Fact]
    public void Queries_InLogsInsights_AreThoseOfTheDocuments()
    {
        var saved = Template.Resources("AWS::Logs::QueryDefinition").Values.Select(query => query["Properties"]).ToList();
        var operations = File.ReadAllText(Path.Combine(RepositoryRoot, "docs", "operations.md"));
        var documented = Query().Matches(operations).Select(match => match.Groups["query"].Value).ToList();

        documented.Count.ShouldBe(3);
        saved.Select(query => Text(query["QueryString"])).ShouldBe(documented);
        saved.Select(query => Text(query["Name"]).Split('/')[^1]).ShouldBe(documented.Select(query => query.Split('\n')[0][2..]));
        saved.ShouldAllBe(query => Items(query["LogGroupNames"]).Select(OneOrNone).SequenceEqual(LogGroupsOfFunctions));
    }

    private static IEnumerable<string> LogGroupsOfFunctions => Template.Resources("AWS::Logs::LogGroup")
        .Where(group => Text(group.Value["Properties"]["LogGroupName"]).StartsWith("/aws/lambda/", StringComparison.Ordinal))
        .Select(group => group.Key);

    private static string OneOrNone(YamlNode group) => Target(group is YamlSequenceNode choice ? choice[1] : group);

    [GeneratedRegex(@"\b(Run|[Ss]ee|Look at|Check|Read|Find out|redrive)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^\{ \$\.event = ""(?<event>\w+)"" \}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FilteredEvent();

    [GeneratedRegex(@"ALARM\(""\$\{(?<name>\w+)\}""\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AlarmInRule();

    [GeneratedRegex(@"```insights\n(?<query>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Query();
}
