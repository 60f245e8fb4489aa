using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>Deliveries are nearly all events: they may neither wait long nor take the concurrency that bounces need.</summary>
public sealed class ScalingTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    [Theory]
    [InlineData("BounceFunction", "Bounces", "MaximumConcurrency")]
    [InlineData("ComplaintFunction", "Complaints", "MaximumConcurrency")]
    [InlineData("DeliveryFunction", "Deliveries", "DeliveryMaximumConcurrency")]
    public void Concurrency_OfAQueueFunction_IsLimitedByItsParameter(string function, string source, string parameter)
    {
        Target(Standard(Source(function, source)["ScalingConfig"])["MaximumConcurrency"]).ShouldBe(parameter);

        // Lambda's own bounds.
        (Bound(parameter, "MinValue"), Bound(parameter, "MaxValue")).ShouldBe((2, 1000));
    }

    /// <summary>Lambda refuses a maximum of concurrency beside pollers of one's own.</summary>
    [Fact]
    public void Pollers_OfDeliveryFunction_ReplaceTheMaximumOfItsConcurrency()
    {
        var source = Source("DeliveryFunction", "Deliveries");
        var scaling = Items(source["ScalingConfig"]).ToList();
        var pollers = Items(source["ProvisionedPollerConfig"]).ToList();

        scaling.Take(2).Select(Text).ShouldBe(["HasDeliveryPollers", "AWS::NoValue"]);
        (Text(pollers[0]), Text(pollers[2])).ShouldBe(("HasDeliveryPollers", "AWS::NoValue"));
        Target(pollers[1]["MinimumPollers"]).ShouldBe("DeliveryMinimumPollers");
        Target(pollers[1]["MaximumPollers"]).ShouldBe("DeliveryMaximumPollers");
    }

    /// <summary>Lambda's bounds for SQS. Pollers that are not wanted are none, and one is not allowed.</summary>
    [Theory]
    [InlineData("DeliveryMinimumPollers", "0", true)]
    [InlineData("DeliveryMinimumPollers", "1", false)]
    [InlineData("DeliveryMinimumPollers", "2", true)]
    [InlineData("DeliveryMinimumPollers", "200", true)]
    [InlineData("DeliveryMinimumPollers", "201", false)]
    [InlineData("OutcomesWarmWriteUnits", "0", true)]
    [InlineData("OutcomesWarmWriteUnits", "3999", false)]
    [InlineData("OutcomesWarmWriteUnits", "4000", true)]
    [InlineData("OutcomesWarmWriteUnits", "66000", true)]
    [InlineData("OutcomesWarmWriteUnits", "10000000", false)]
    public void Number_ThatAwsWouldRefuse_IsRefusedBeforeTheDeployment(string parameter, string value, bool taken) =>
        Regex.IsMatch(value, Text(Template.Root["Parameters"][parameter]["AllowedPattern"]), RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(taken);

    /// <summary>With less in reserve than its queue may use, Lambda would receive messages only to be throttled, and count each as a failed try.</summary>
    [Theory]
    [InlineData("BounceFunction", "MaximumConcurrency")]
    [InlineData("ComplaintFunction", "MaximumConcurrency")]
    public void Reserve_OfAFunctionThatMustNotWait_IsAllThatItsQueueMayUse(string function, string parameter) =>
        Reserve(function).ShouldBe(["HasReservedConcurrency", parameter, "AWS::NoValue"]);

    /// <summary>Sweeps start a minute apart, so as many overlap as there are minutes in the timeout.</summary>
    [Fact]
    public void Reserve_OfTheSweep_IsEnoughForThoseThatOverlap()
    {
        var reserve = Reserve("ReputationFunction");

        reserve[0].ShouldBe("HasReservedConcurrency");
        Number(reserve[1]).ShouldBeGreaterThanOrEqualTo(Number(Text(Properties("ReputationFunction")["Timeout"])) / 60);
    }

    [Fact]
    public void Reserve_OfDeliveryFunction_IsNone() => Find(Properties("DeliveryFunction"), "ReservedConcurrentExecutions").ShouldBeNull();

    private static IReadOnlyList<string> Reserve(string function) => [.. Items(Properties(function)["ReservedConcurrentExecutions"]).Select(Text)];

    private static YamlNode Source(string function, string source) => Properties(function)["Events"][source]["Properties"];

    /// <summary>What holds without pollers of one's own.</summary>
    private static YamlNode Standard(YamlNode scaling) => scaling is YamlSequenceNode choice ? choice[2] : scaling;

    private static YamlNode Properties(string function) => Template.Resource(function)["Properties"];

    private static int Bound(string parameter, string name) => Number(Text(Template.Root["Parameters"][parameter][name]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
