using Feedback.Cli.Composition;
using Feedback.Cli.Wiring;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Cli.Wiring;

public sealed class StackOutputsTests : IDisposable
{
    private const string AlarmTopic = "arn:aws:sns:eu-west-1:123456789012:AlarmTopic";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_TheOutputsOfTheTemplate_GivesEachTypeATopic()
    {
        var names = Children(Load("template.yaml").Root["Outputs"]).Select(output => output.Key).ToList();
        var list = string.Join(
            ',', names.Select(name => Output(name, "arn:aws:sns:eu-west-1:123456789012:" + name.Replace("Arn", "", StringComparison.Ordinal))));

        var read = Read($$"""{"Stacks":[{"StackName":"feedback","Outputs":[{{list}}]}]}""");

        read.Destinations.ShouldBe(Read($"[{list}]").Destinations, new SameDestination());
        read.SesAlarmTopic.ShouldBe("arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic");
        read.Destinations.Select(destination => $"{destination.Topic!.Split(':')[^1]}: {string.Join(' ', destination.EventTypes)}").ShouldBe(
        [
            "BounceTopic: BOUNCE",
            "ComplaintTopic: COMPLAINT",
            "DeliveryTopic: DELIVERY",
            "ProblemTopic: REJECT RENDERING_FAILURE DELIVERY_DELAY",
        ]);
    }

    [Fact]
    public void Read_WithoutTheTopicForProblems_LeavesItOut() =>
        Read($"[{Output("BounceTopicArn", "b")},{Output("ComplaintTopicArn", "c")},{Output("DeliveryTopicArn", "d")},{Output("SesAlarmTopicArn", "s")}]")
            .Destinations.Select(destination => destination.Name).ShouldBe(["feedback-bounce", "feedback-complaint", "feedback-delivery"]);

    [Theory]
    [InlineData("[]", "has no output BounceTopicArn.")]
    [InlineData("{}", "has no outputs of a stack.")]
    [InlineData("{", "is not what")]
    [InlineData("""[{"OutputKey":7}]""", "is not what")]
    public void Read_AnotherFile_SaysWhatIsMissing(string json, string problem) =>
        Should.Throw<UsageException>(() => Read(json)).Problems[0].ShouldContain(problem);

    [Fact]
    public void Read_OutputsOfAnotherDeployment_AreRefused()
    {
        string[] topics = ["BounceTopicArn", "ComplaintTopicArn", "DeliveryTopicArn", "SesAlarmTopicArn", "AlarmTopicArn"];
        var outputs = topics.Select(topic => Output(topic, "other"));

        Should.Throw<UsageException>(() => Read($"[{string.Join(',', outputs)}]")).Message.ShouldContain("is of another deployment");
    }

    private static string Output(string key, string value) => $$"""{"OutputKey":"{{key}}","OutputValue":"{{value}}","Description":"…"}""";

    private DeploymentTopics Read(string json)
    {
        File.WriteAllText(_file, json);
        return StackOutputs.Read(_file, AlarmTopic);
    }

    private sealed class SameDestination : IEqualityComparer<Feedback.Aws.Ses.TopicDestination>
    {
        public bool Equals(Feedback.Aws.Ses.TopicDestination? x, Feedback.Aws.Ses.TopicDestination? y) =>
            x?.Name == y?.Name && x?.Topic == y?.Topic && x!.EventTypes.SequenceEqual(y!.EventTypes);

        public int GetHashCode(Feedback.Aws.Ses.TopicDestination obj) => obj.Name.GetHashCode(StringComparison.Ordinal);
    }
}
