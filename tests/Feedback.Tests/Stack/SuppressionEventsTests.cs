using Feedback.Aws.EventBridge;
using Feedback.Local.Templates;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>The optional events of suppressed and released addresses: the stream, who reads it, and who is told.</summary>
public sealed class SuppressionEventsTests
{
    private static readonly TemplateFile File = Load("template.yaml");

    private static YamlNode Source => File.Resource("SuppressionEventFunction")["Properties"]["Events"]["Changes"]["Properties"];

    [Theory]
    [InlineData("", null)]
    [InlineData("default", "NEW_AND_OLD_IMAGES")]
    public void Stream_OfTheTable_IsOnWhereABusIsNamed(string bus, string? view)
    {
        var settings = new StackSettings { Parameters = new Dictionary<string, string> { ["SuppressionEventBus"] = bus } };
        var template = Template.Load();

        var table = new TableReader(template, settings).Create(template.Resource("SuppressionTable"));

        table.StreamSpecification?.StreamViewType.Value.ShouldBe(view);
        (table.StreamSpecification is null).ShouldBe(view is null);
    }

    /// <summary>A change that fails again and again must neither hold up the others for ever, nor get lost unseen.</summary>
    [Fact]
    public void Failures_OfTheFunction_AreTriedAgainForATimeAndThenKept()
    {
        Text(Source["Stream"]).ShouldBe("SuppressionTable.StreamArn");
        Items(Source["FunctionResponseTypes"]).Select(Text).ShouldBe(["ReportBatchItemFailures"]);
        Text(Source["StartingPosition"]).ShouldBe("TRIM_HORIZON");
        int.Parse(Text(Source["MaximumRecordAgeInSeconds"])).ShouldBeInRange(3_600, 12 * 3_600);
        Target(Source["DestinationConfig"]["OnFailure"]["Destination"]).ShouldBe("SuppressionEventFailureQueue");
    }

    /// <summary>The role may tell the bus nothing in the name of another source.</summary>
    [Fact]
    public void Role_OfTheFunction_IsLimitedToItsSource()
    {
        var statement = File.Resource("SuppressionEventFunctionRole").AllNodes.OfType<YamlMappingNode>()
            .Single(node => Find(node, "Action") is YamlScalarNode { Value: "events:PutEvents" });

        Text(statement["Condition"]["StringEquals"]["events:source"]).ShouldBe(NoticeJson.Source);
    }
}
