using System.Text.Json.Nodes;
using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Local.Templates;

namespace Feedback.Tests.Local;

public sealed class LocalDeploymentTests
{
    [Fact]
    public async Task StartAsync_WholeStack_IsWiredTogether()
    {
        await using var deployment = await LocalDeployment.StartAsync(Options() with { Processes = 2 });
        (await deployment.DynamoDb.ListTablesAsync()).TableNames.ShouldBe(["Ledger", "feedback-named"], ignoreOrder: true);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => deployment.InvokeAsync("BounceFunction", "{}")));
        answers.ShouldAllBe(answer => answer.Error == null);

        var variables = JsonNode.Parse((await deployment.InvokeAsync("BounceFunction", """{"do":"environment"}""")).ResponseJson!)!;
        ((string?)variables["AWS_ENDPOINT_URL_DYNAMODB"]).ShouldBe(deployment.Database.Endpoint.ToString());
        ((string?)variables["AWS_ENDPOINT_URL_SESV2"]).ShouldBe(deployment.Aws.Endpoint.ToString());
        ((string?)variables["QUEUE"]).ShouldBe($"{deployment.Aws.Endpoint}123456789012/Deliveries");
    }

    [Fact]
    public async Task InvokeAsync_AfterAProcessDied_GoesToANewOne()
    {
        await using var deployment = await LocalDeployment.StartAsync(Options());
        await Should.ThrowAsync<FunctionExitedException>(() => deployment.InvokeAsync("BounceFunction", """{"do":"exit"}"""));
        (await deployment.InvokeAsync("BounceFunction", "{}")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task StartAsync_AFunctionThatDoesNotStart_FailsWithItsReason()
    {
        var options = Options() with { Environment = new Dictionary<string, string> { ["MODE"] = "init-error" } };
        (await Should.ThrowAsync<FunctionExitedException>(() => LocalDeployment.StartAsync(options))).Message.ShouldContain("THRESHOLD is not a number");
    }

    private static LocalDeploymentOptions Options() => new()
    {
        Template = Template.Parse(SmallTemplate.Text.Replace("Feedback.Functions", "Feedback.Tests", StringComparison.Ordinal)),
        ArtifactFolder = AppContext.BaseDirectory,
        Functions = ["BounceFunction"],
    };
}
