using System.Globalization;
using Feedback.Alarms;
using Feedback.Cli.SecondDetector;
using Feedback.Reputation;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Cli.SecondDetector;

public sealed class SetAlarmTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic";

    /// <summary>The template is for those who deploy with CloudFormation alone, and its alarms are the same.</summary>
    [Theory]
    [InlineData("Bounce")]
    [InlineData("Complaint")]
    public void Wanted_ByTheDefaultPolicy_IsTheAlarmOfTheTemplate(string signal)
    {
        var template = Load("docs/ses-alarms.yaml");
        var properties = template.Resource($"{signal}CriticalAlarm")["Properties"];

        var wanted = Wanted(signal);

        Children(properties).Select(property => property.Key).ShouldBe(
            [
                "AlarmDescription", "Namespace", "MetricName", "Dimensions", "Statistic", "Period", "EvaluationPeriods", "ComparisonOperator", "Threshold",
                "TreatMissingData", "AlarmActions", "OKActions",
            ]);
        Text(properties["AlarmDescription"]).Replace("${ConfigurationSet}", "news", StringComparison.Ordinal).ShouldBe(wanted.Description);
        Text(properties["Namespace"]).ShouldBe(SetAlarm.Namespace);
        Text(properties["MetricName"]).ShouldBe(wanted.Signal.SesMetric);
        Text(Items(properties["Dimensions"]).ShouldHaveSingleItem()["Name"]).ShouldBe(SetAlarm.Dimension);
        Text(properties["Statistic"]).ShouldBe(wanted.Statistic);
        Number(properties["Period"]).ShouldBe(wanted.Period);
        Number(properties["EvaluationPeriods"]).ShouldBe(wanted.EvaluationPeriods);
        Text(properties["ComparisonOperator"]).ShouldBe(wanted.Comparison);
        decimal.Parse(template.Default(Target(properties["Threshold"])), CultureInfo.InvariantCulture).ShouldBe(wanted.Threshold);
        Text(properties["TreatMissingData"]).ShouldBe(wanted.MissingData);
        (Items(properties["AlarmActions"]).Count(), Items(properties["OKActions"]).Count()).ShouldBe((wanted.Topics.Count, wanted.OkTopics.Count));
    }

    /// <summary>What CloudWatch tells of such an alarm must be a finding that the set's policy does not ignore.</summary>
    [Theory]
    [InlineData("Bounce")]
    [InlineData("Complaint")]
    public void Wanted_WhenItFires_IsAFindingAtTheCriticalRateOfThePolicy(string signal)
    {
        var wanted = Wanted(signal);
        var notification = string.Create(CultureInfo.InvariantCulture, $$$"""
            {"AlarmName":"{{{wanted.Name}}}","NewStateValue":"ALARM","StateChangeTime":"2026-11-18T10:00:00.000+0000","Trigger":{
             "MetricName":"{{{wanted.Signal.SesMetric}}}","Namespace":"{{{SetAlarm.Namespace}}}","Threshold":{{{wanted.Threshold}}},
             "ComparisonOperator":"{{{wanted.Comparison}}}","TreatMissingData":"{{{wanted.MissingData}}}",
             "Dimensions":[{"name":"{{{SetAlarm.Dimension}}}","value":"{{{wanted.ConfigurationSet}}}"}]}}
            """);

        var finding = AlarmParser.Parse(notification).ShouldBeOfType<ParsedAlarm.Finding>().Of;

        (finding.ConfigurationSet, finding.Signal, finding.Threshold).ShouldBe(("news", wanted.Signal, Policy.Default.Of(wanted.Signal).Critical));
    }

    [Fact]
    public void Wanted_BySeveralSets_HasNamesThatCloudWatchTakesAndOnlyOnce()
    {
        var longest = new string('x', 64);

        SetAlarm[] all = [.. SetAlarm.Wanted("news", Policy.Default, Topic), .. SetAlarm.Wanted(longest, Policy.Default, Topic)];

        all.Select(alarm => alarm.Name).Distinct().Count().ShouldBe(4);
        all[0].Name.ShouldBe("feedback-ses-bounce-rate-news");
        all.ShouldAllBe(alarm => alarm.IsOurs && alarm.Name.Length <= 255);
    }

    private static SetAlarm Wanted(string signal) => SetAlarm.Wanted("news", Policy.Default, Topic).Single(alarm => alarm.Signal.Name == signal);

    private static int Number(YamlNode node) => int.Parse(Text(node), CultureInfo.InvariantCulture);
}
