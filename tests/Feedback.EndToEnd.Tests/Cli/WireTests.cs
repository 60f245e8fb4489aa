using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Feedback.Local.Templates;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary><c>feedback wire</c> against the SES of a local deployment.</summary>
public sealed class WireTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Ours = ["feedback-bounce", "feedback-complaint", "feedback-delivery", "feedback-problem"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");
    private FeedbackStack _stack = null!;

    private string Outputs => Path.Combine(_folder.FullName, "stack.json");

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce) { Sets = ["marketing", "newsletter"] });
        foreach (var set in (string[])["marketing", "newsletter"])
        {
            _stack.Aws.Ses.SetEventDestinations(set);
            _stack.Aws.Ses.SetReputationMetrics(set, enabled: false);
        }

        var variables = Template.Load().EnvironmentOf("ReputationFunction", _stack.Deployment.Settings).ToDictionary();
        variables["FEEDBACK_SES_CALLS_PER_SECOND"] = "50";
        string[] lines =
        [
            .. variables.Concat(_stack.Deployment.EndpointVariables).Select(variable => $"{variable.Key}={variable.Value}"),
            "AWS_REGION=eu-west-1",
            "AWS_ACCESS_KEY_ID=local",
            "AWS_SECRET_ACCESS_KEY=local",
        ];
        await File.WriteAllLinesAsync(Path.Combine(_folder.FullName, "deployment.env"), lines);
        var outputs = Template.Load().Topics(_stack.Deployment.Settings).Values.Select(name => new JsonObject
        {
            ["OutputKey"] = $"{name}Arn",
            ["OutputValue"] = $"arn:aws:sns:eu-west-1:123456789012:{name}",
        });
        var stack = new JsonObject { [nameof(Outputs)] = new JsonArray([.. outputs]) };
        await File.WriteAllTextAsync(Outputs, new JsonObject { ["Stacks"] = new JsonArray(stack) }.ToJsonString());
    }

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Wire_AllSets_PublishesEveryTypeToItsTopicAndOnlyOnce()
    {
        var run = (await TypeAsync("--all")).ShouldSucceed();

        run.Output.ShouldContain("2 changed, 0 as wanted.");
        foreach (var set in (string[])["marketing", "newsletter"])
        {
            Types(set).ShouldBe(
                [
                    "BOUNCE to BounceTopic",
                    "COMPLAINT to ComplaintTopic",
                    "DELIVERY to DeliveryTopic",
                    "REJECT,RENDERING_FAILURE,DELIVERY_DELAY to ProblemTopic",
                ],
                ignoreOrder: true);
            _stack.Aws.Ses.ConfigurationSet(set)!.ReputationMetrics.ShouldBeTrue();
        }

        var calls = Changes();
        calls.ShouldBe(10);
        (await TypeAsync("--all")).ShouldSucceed().Output.ShouldContain("0 changed, 2 as wanted.");
        Changes().ShouldBe(calls);
    }

    [Fact]
    public async Task DryRun_OfASet_SaysWhatIsMissingAndChangesNothing()
    {
        var run = await TypeAsync("newsletter", "--dry-run");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("newsletter: create feedback-bounce (BOUNCE to arn:aws:sns:eu-west-1:123456789012:BounceTopic)");
        run.Output.ShouldContain("newsletter: enable reputation metrics");
        Changes().ShouldBe(0);

        (await TypeAsync("newsletter")).ShouldSucceed();
        (await TypeAsync("newsletter", "--dry-run")).ShouldSucceed().Output.ShouldContain("0 to change, 1 as wanted.");
        Types("marketing").ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_OfAll_DeletesWhatWasCreatedAndNothingElse()
    {
        var other = new Feedback.Local.Services.Ses.EventDestination("theirs", ["BOUNCE"], "arn:aws:sns:eu-west-1:123456789012:theirs");
        _stack.Aws.Ses.SetEventDestinations("marketing", other);
        (await TypeAsync("--all")).ShouldSucceed();
        Names("marketing").ShouldBe([.. Ours, "theirs"], ignoreOrder: true);

        (await TypeAsync("--all", "--undo")).ShouldFail(2, "`wire --undo --all` blinds Feedback. Give --yes if that is what you want.");
        Names("marketing").Count.ShouldBe(5);

        (await TypeAsync("--all", "--undo", "--yes")).ShouldSucceed();
        Names("marketing").ShouldBe(["theirs"]);
        Names("newsletter").ShouldBeEmpty();
    }

    [Fact]
    public async Task Wire_ADestinationThatDiffers_IsUpdated()
    {
        (await TypeAsync("newsletter")).ShouldSucceed();
        var edited = _stack.Aws.Ses.EventDestinations("newsletter").Select(one => one.Name == "feedback-delivery" ? one with { Enabled = false } : one);
        _stack.Aws.Ses.SetEventDestinations("newsletter", [.. edited]);

        (await TypeAsync("newsletter")).ShouldSucceed().Output.ShouldContain("newsletter: update feedback-delivery (DELIVERY to ");

        _stack.Aws.Ses.EventDestinations("newsletter").ShouldAllBe(destination => destination.Enabled);
        Names("newsletter").ShouldBe(Ours, ignoreOrder: true);
    }

    [Fact]
    public async Task Wire_ASetThatSesDoesNotHave_SaysSoAndWiresTheOthers()
    {
        var run = await TypeAsync("nowhere", "newsletter", "--json");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("SES has no configuration set nowhere.");
        run.Json.EnumerateArray().Select(set => set.GetProperty("exists").GetBoolean()).ShouldBe([false, true]);
        run.Json[1].GetProperty("done").GetBoolean().ShouldBeTrue();
        Names("newsletter").Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // without the topic for problems, which a parameter switches off
    public async Task Wire_ByStack_TakesItsTopics(bool withProblems)
    {
        _stack.Aws.Stack.PutFunction("feedback", "ReputationFunction", Template.Load().EnvironmentOf("ReputationFunction", _stack.Deployment.Settings));
        string[] problems = withProblems ? ["ProblemTopic"] : [];
        foreach (var topic in (string[])["BounceTopic", "ComplaintTopic", "DeliveryTopic", "SesAlarmTopic", .. problems])
        {
            _stack.Aws.Stack.PutResource("feedback", topic, $"arn:aws:sns:eu-west-1:123456789012:{topic}");
        }

        (await OfStackAsync("newsletter", "--stack", "feedback")).ShouldSucceed().Output.ShouldContain("1 changed, 0 as wanted.");

        Names("newsletter").ShouldBe(withProblems ? Ours : Ours[..3], ignoreOrder: true);
    }

    [Fact]
    public async Task Wire_WithoutTopics_SaysWhatToGive()
    {
        _stack.Aws.Stack.PutFunction("feedback", "ReputationFunction", Template.Load().EnvironmentOf("ReputationFunction", _stack.Deployment.Settings));

        (await OfStackAsync("newsletter", "--stack", "feedback")).ShouldFail(
            2,
            "The stack feedback has no BounceTopic.",
            "The stack feedback has no ComplaintTopic.",
            "The stack feedback has no DeliveryTopic.",
            "The stack feedback has no SesAlarmTopic.");
        (await CommandLineRun.OfAsync("wire", "newsletter", "--env-file", Path.Combine(_folder.FullName, "deployment.env"))).ShouldFail(
            2, "The topics of the deployment are not known: give --stack NAME, or --outputs FILE.");
        Changes().ShouldBe(0);
    }

    [Fact]
    public async Task Wire_WithoutSetsOrWithBoth_SaysSo()
    {
        (await TypeAsync()).ShouldFail(2, "Name configuration sets, or give --all.", "Run feedback wire --help for more.");
        (await TypeAsync("newsletter", "--all")).ShouldFail(2, "Name configuration sets, or give --all.", "Run feedback wire --help for more.");
    }

    private List<string> Names(string set) => [.. _stack.Aws.Ses.EventDestinations(set).Select(destination => destination.Name)];

    private IEnumerable<string> Types(string set) =>
        _stack.Aws.Ses.EventDestinations(set).Select(destination => $"{string.Join(',', destination.Events)} to {destination.Arn.Split(':')[^1]}");

    private int Changes() => _stack.Aws.SesCalls.Count(call => call.Operation
        is AwsOperation.CreateConfigurationSetEventDestination
        or AwsOperation.UpdateConfigurationSetEventDestination
        or AwsOperation.DeleteConfigurationSetEventDestination
        or AwsOperation.PutConfigurationSetReputationOptions);

    private Task<CommandLineRun> OfStackAsync(params string[] arguments) => CommandLineRun.WithAsync(
        [
            .. OperatorEnvironment.Of(_stack.Deployment).Where(variable => variable.Key.StartsWith("AWS_", StringComparison.Ordinal)),
            KeyValuePair.Create("AWS_ENDPOINT_URL_CLOUDFORMATION", _stack.Aws.Endpoint.ToString()),
            KeyValuePair.Create("AWS_ENDPOINT_URL_LAMBDA", _stack.Aws.Endpoint.ToString()),
        ],
        ["wire", .. arguments]);

    private Task<CommandLineRun> TypeAsync(params string[] arguments) =>
        CommandLineRun.OfAsync(["wire", .. arguments, "--outputs", Outputs, "--env-file", Path.Combine(_folder.FullName, "deployment.env")]);
}
