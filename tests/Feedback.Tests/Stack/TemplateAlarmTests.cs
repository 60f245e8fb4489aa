using System.Globalization;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

public sealed class TemplateAlarmTests
{
    private const string AlarmType = "AWS::CloudWatch::Alarm";

    private static readonly TemplateFile Template = Load("template.yaml");
    private static readonly TemplateFile SesAlarms = Load("docs/ses-alarms.yaml");

    private static IReadOnlyDictionary<string, YamlNode> Alarms => Template.Resources(AlarmType);

    /// <summary>Mistake 5: names and dimensions that do not match, so that the pause never fires.</summary>
    [Theory]
    [InlineData("BounceWarningAlarm", "Reputation.BounceRate", "BounceWarningFraction")]
    [InlineData("BounceCriticalAlarm", "Reputation.BounceRate", "BounceCriticalFraction")]
    [InlineData("ComplaintWarningAlarm", "Reputation.ComplaintRate", "ComplaintWarningFraction")]
    [InlineData("ComplaintCriticalAlarm", "Reputation.ComplaintRate", "ComplaintCriticalFraction")]
    public void SesAlarm_NamesThatDoNotMatchSoThatThePauseNeverFires_AccountWide(string alarm, string metric, string threshold)
    {
        var properties = Alarms[alarm]["Properties"];
        Text(properties["Namespace"]).ShouldBe("AWS/SES");
        Text(properties["MetricName"]).ShouldBe(metric);
        Find(properties, "Dimensions").ShouldBeNull();
        Target(properties["Threshold"]).ShouldBe(threshold);
        Text(properties["ComparisonOperator"]).ShouldBe("GreaterThanOrEqualToThreshold");
    }

    /// <summary>Mistake 5, for the alarms of one configuration set.</summary>
    [Theory]
    [InlineData("BounceCriticalAlarm", "Reputation.BounceRate", "BounceCriticalFraction")]
    [InlineData("ComplaintCriticalAlarm", "Reputation.ComplaintRate", "ComplaintCriticalFraction")]
    public void SesAlarm_NamesThatDoNotMatchSoThatThePauseNeverFires_OfOneSet(string alarm, string metric, string threshold)
    {
        var properties = SesAlarms.Resource(alarm)["Properties"];
        Text(properties["Namespace"]).ShouldBe("AWS/SES");
        Text(properties["MetricName"]).ShouldBe(metric);
        var dimension = Items(properties["Dimensions"]).ShouldHaveSingleItem();
        Text(dimension["Name"]).ShouldBe("ses:configuration-set");
        Target(dimension["Value"]).ShouldBe("ConfigurationSet");
        Target(properties["Threshold"]).ShouldBe(threshold);
        Items(properties["AlarmActions"]).Select(Target).ShouldBe(["SesAlarmTopicArn"]);
        Items(properties["OKActions"]).Select(Target).ShouldBe(["SesAlarmTopicArn"]);
    }

    [Theory]
    [InlineData("BounceWarningAlarm", new[] { "AlarmTopic" })]
    [InlineData("BounceCriticalAlarm", new[] { "AlarmTopic", "SesAlarmTopic" })]
    [InlineData("ComplaintWarningAlarm", new[] { "AlarmTopic" })]
    [InlineData("ComplaintCriticalAlarm", new[] { "AlarmTopic", "SesAlarmTopic" })]
    public void SesAlarm_AtCriticalOnly_ReachesAlarmFunction(string alarm, string[] topics) =>
        Items(Alarms[alarm]["Properties"]["AlarmActions"]).OfType<YamlScalarNode>().Select(Target).ShouldBe(topics);

    /// <summary>A pager gets only what can't wait, and learns when it is over.</summary>
    [Fact]
    public void Pager_OfAllAlarms_GetsTheThreeThatCannotWait()
    {
        Paged("AlarmActions").ShouldBe(["BounceCriticalAlarm", "ComplaintCriticalAlarm", "BlindAlarm"]);
        Paged("OKActions").ShouldBe(Paged("AlarmActions"));

        static IEnumerable<string> Paged(string property) => Alarms.Concat(Template.Resources("AWS::CloudWatch::CompositeAlarm"))
            .Where(alarm => Items(alarm.Value["Properties"][property]).OfType<YamlSequenceNode>()
                .Any(choice => Items(choice).Select(Text).SequenceEqual(new[] { "HasPagerTopic", "PagerTopicArn", "AWS::NoValue" })))
            .Select(alarm => alarm.Key);
    }

    [Theory]
    [InlineData("BounceWarning")]
    [InlineData("BounceCritical")]
    [InlineData("ComplaintWarning")]
    [InlineData("ComplaintCritical")]
    public void Fraction_OfAThreshold_IsTheHundredthOfItsPercentage(string threshold)
    {
        var (percent, fraction) = (threshold + "Percent", threshold + "Fraction");
        Number(Template.Default(fraction)).ShouldBe(Number(Template.Default(percent)) / 100);

        // A value typed in the other's unit is refused.
        Number(Text(Template.Root["Parameters"][fraction]["MaxValue"]))
            .ShouldBeLessThan(Number(Text(Template.Root["Parameters"][percent]["MinValue"])));

        // The rule that notices a changed percentage compares with the defaults.
        var rule = Template.Root["Rules"][fraction + "Follows"];
        Literals(rule["RuleCondition"]).ShouldBe([percent, Template.Default(percent)]);
        Literals(Items(rule["Assertions"]).Single()["Assert"]).ShouldBe([fraction, Template.Default(fraction)]);
    }

    [Theory]
    [InlineData("BounceCriticalFraction")]
    [InlineData("ComplaintCriticalFraction")]
    public void Fraction_OfTheSesAlarms_IsTheOneOfTheStack(string parameter) =>
        SesAlarms.Default(parameter).ShouldBe(Template.Default(parameter));

    [Fact]
    public void DeadLetterAlarms_ForEachDeadLetterQueue_NameAQueueThatExists()
    {
        var watched = Alarms.Values
            .Where(alarm => Text(alarm["Properties"]["MetricName"]) == "ApproximateNumberOfMessagesVisible")
            .Select(alarm => Target(Dimension(alarm, "QueueName")));
        var streamed = ((string[])["SuppressionEventFunction", "SuppressionMirrorFunction"])
            .Select(function => Template.Resource(function)["Properties"]["Events"]["Changes"]["Properties"]["DestinationConfig"]["OnFailure"]["Destination"]);
        var deadLetterQueues = Template.Resources("AWS::SQS::Queue").Values
            .Select(queue => Find(queue, "Properties", "RedrivePolicy", "deadLetterTargetArn"))
            .Concat(streamed)
            .OfType<YamlNode>()
            .Select(Target)
            .ToList();

        deadLetterQueues.Count.ShouldBe(6);
        watched.ShouldBe(deadLetterQueues, ignoreOrder: true);
        deadLetterQueues.ShouldBeSubsetOf(Template.Resources("AWS::SQS::Queue").Keys);
    }

    [Theory]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", new[] { "BounceQueue", "ComplaintQueue", "DeliveryQueue", "InboundQueue" })]
    [InlineData(
        "AWS/Lambda",
        "Errors",
        "FunctionName",
        new[]
        {
            "BounceFunction", "ComplaintFunction", "DeliveryFunction", "ReputationFunction", "AlarmFunction", "InboundFunction", "SuppressionEventFunction",
            "SuppressionMirrorFunction", "DigestFunction",
        })]
    [InlineData("AWS/Lambda", "Url5xxCount", "FunctionName", new[] { "SuppressionCheckFunction" })]
    [InlineData("AWS/Lambda", "IteratorAge", "FunctionName", new[] { "SuppressionEventFunction", "SuppressionMirrorFunction" })]
    [InlineData("AWS/Lambda", "Invocations", "FunctionName", new[] { "ReputationFunction" })]
    public void Alarms_OnFeedbackItself_WatchEachQueueAndFunction(string ns, string metric, string dimension, string[] watched) =>
        Alarms.Values
            .Where(alarm => Text(alarm["Properties"]["Namespace"]) == ns && Text(alarm["Properties"]["MetricName"]) == metric)
            .Select(alarm => Target(Dimension(alarm, dimension)))
            .ShouldBe(watched, ignoreOrder: true);

    [Theory]
    [InlineData("SweepLagAlarm", "SweepLag")]
    [InlineData("EvaluationLagAlarm", "EvaluationLag")]
    public void LagAlarms_OfTheSweep_WatchTheMetricsThatItPublishes(string alarm, string metric)
    {
        var properties = Alarms[alarm]["Properties"];
        Target(properties["Namespace"]).ShouldBe("MetricsNamespace");
        Text(properties["MetricName"]).ShouldBe(metric);
        Find(properties, "Dimensions").ShouldBeNull();
    }

    private static YamlNode Dimension(YamlNode alarm, string name) =>
        Items(alarm["Properties"]["Dimensions"]).Single(dimension => Text(dimension["Name"]) == name)["Value"];

    /// <summary>The operands of <c>!Not [!Equals [!Ref a, 'b']]</c>.</summary>
    private static IEnumerable<string> Literals(YamlNode condition) => Items(Items(condition).Single()).Select(Text);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
