using Feedback.Functions;
using Feedback.Local.Templates;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>The optional mirror of the list in SES's: who reads the stream, in which order, and what becomes of failures.</summary>
public sealed class SuppressionMirrorTests
{
    private static readonly TemplateFile File = Load("template.yaml");

    private static YamlNode Function => File.Resource(nameof(SuppressionMirrorFunction))["Properties"];

    private static YamlNode Source => Function["Events"]["Changes"]["Properties"];

    [Theory]
    [InlineData("false", "", false)]
    [InlineData("true", "", true)]
    [InlineData("false", "default", true)]
    [InlineData("true", "default", true)]
    public void Stream_OfTheTable_IsOnWhereOneOfItsReadersIs(string mirror, string bus, bool expected)
    {
        var template = Template.Load();
        var settings = new StackSettings
        {
            Parameters = new Dictionary<string, string> { ["SuppressionMirrorEnabled"] = mirror, ["SuppressionEventBus"] = bus },
        };

        var table = new TableReader(template, settings).Create(template.Resource("SuppressionTable"));

        (table.StreamSpecification?.StreamViewType.Value).ShouldBe(expected ? "NEW_AND_OLD_IMAGES" : null);
    }

    /// <summary>Two changes of one address must not overtake each other.</summary>
    [Fact]
    public void Changes_OfAnAddress_AreReadInOrder()
    {
        Text(Source["Stream"]).ShouldBe("SuppressionTable.StreamArn");
        Text(Source["ParallelizationFactor"]).ShouldBe("1");
        Text(Source["StartingPosition"]).ShouldBe("TRIM_HORIZON");
    }

    [Fact]
    public void Failures_OfTheFunction_AreTriedAgainForATimeAndThenKept()
    {
        Items(Source["FunctionResponseTypes"]).Select(Text).ShouldBe(["ReportBatchItemFailures"]);
        Text(Source["BisectBatchOnFunctionError"]).ShouldBe("true");
        int.Parse(Text(Source["MaximumRecordAgeInSeconds"])).ShouldBeInRange(12 * 3_600, 23 * 3_600);
        Target(Source["DestinationConfig"]["OnFailure"]["Destination"]).ShouldBe("SuppressionMirrorFailureQueue");
    }

    /// <summary>SES takes about one call of an operation a second, and a call that fails takes a few turns.</summary>
    [Fact]
    public void Timeout_OfTheFunction_IsEnoughForABatch() =>
        int.Parse(Text(Function["Timeout"])).ShouldBeGreaterThanOrEqualTo(2 * int.Parse(Text(Source["BatchSize"])));
}
