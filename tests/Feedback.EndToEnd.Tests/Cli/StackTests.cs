using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The settings from a deployed stack: <c>--stack</c> and <c>FEEDBACK_STACK</c>.</summary>
public sealed class StackTests : IAsyncLifetime
{
    private LocalDeployment _deployment = null!;

    private LocalAws Aws => _deployment.Aws;

    public async Task InitializeAsync()
    {
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = string.Empty,
            Functions = [],
        });
        Aws.Stack.PutFunction("feedback-prod", "ReputationFunction", Template.Load().EnvironmentOf("ReputationFunction", _deployment.Settings));
        Aws.Stack.PutFunction("website", "PageFunction", new Dictionary<string, string>());
        Aws.Ses.AddConfigurationSet("newsletter");
    }

    public async Task DisposeAsync() => await _deployment.DisposeAsync();

    [Fact]
    public async Task Stack_OfFeedback_GivesTheSettings()
    {
        (await TypeAsync("pause", "newsletter", "--reason", "wrong list", "--stack", "feedback-prod")).ShouldSucceed();

        Aws.Ses.IsSending("newsletter").ShouldBeFalse();
        (await TypeAsync("status", "newsletter", "--stack", "feedback-prod", "--json")).ShouldSucceed().Json[0]
            .GetProperty("sending").GetString().ShouldBe("Paused");
    }

    [Fact]
    public async Task Stack_InTheEnvironment_GivesTheSettings()
    {
        var run = await CommandLineRun.WithAsync([.. Variables(), KeyValuePair.Create("FEEDBACK_STACK", "feedback-prod")], ["status"]);

        run.ShouldFail(1, "Feedback has seen no mail yet.");
    }

    [Fact]
    public async Task Stack_ThatDoesNotExist_SaysSoInASentence() => (await TypeAsync("status", "--stack", "feedback-pord")).ShouldFail(
        2, "There is no stack feedback-pord in eu-west-1: Stack 'feedback-pord' does not exist");

    [Fact]
    public async Task Stack_OfAnotherApplication_SaysSoInASentence() => (await TypeAsync("status", "--stack", "website")).ShouldFail(
        2, "The stack website in eu-west-1 is not one of Feedback: it has no ReputationFunction.");

    [Theory]
    [InlineData("cloudformation:DescribeStackResource")]
    [InlineData("lambda:GetFunctionConfiguration")]
    public async Task Stack_WithoutAPermission_NamesIt(string permission)
    {
        Aws.Faults.Deny(Enum.Parse<AwsOperation>(permission.Split(':')[1]));

        var run = await TypeAsync("status", "--stack", "feedback-prod");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"Your AWS login lacks the permission {permission}");
    }

    private Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.WithAsync(Variables(), arguments);

    /// <summary>Where AWS is and how to log in; nothing about the deployment.</summary>
    private IEnumerable<KeyValuePair<string, string>> Variables() =>
    [
        .. OperatorEnvironment.Of(_deployment).Where(variable => variable.Key.StartsWith("AWS_", StringComparison.Ordinal)),
        KeyValuePair.Create("AWS_ENDPOINT_URL_CLOUDFORMATION", Aws.Endpoint.ToString()),
        KeyValuePair.Create("AWS_ENDPOINT_URL_LAMBDA", Aws.Endpoint.ToString()),
    ];
}
