using System.Globalization;
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
        Target(Properties(function)["Events"][source]["Properties"]["ScalingConfig"]["MaximumConcurrency"]).ShouldBe(parameter);

        // Lambda's own bounds.
        (Bound(parameter, "MinValue"), Bound(parameter, "MaxValue")).ShouldBe((2, 1000));
    }

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

    private static YamlNode Properties(string function) => Template.Resource(function)["Properties"];

    private static int Bound(string parameter, string name) => Number(Text(Template.Root["Parameters"][parameter][name]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
