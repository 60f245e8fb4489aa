using System.Text.Json.Nodes;
using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Local.Templates;

namespace Feedback.Tests.Local;

public sealed class LambdaHostTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task InvokeAsync_OneProcess_AnswersReportsErrorsAndHasLambdasEnvironmentOnly()
    {
        await using var host = await StartAsync(("EXTRA", "1"));
        host.InitError.ShouldBeNull();

        (await host.InvokeAsync("[1]", Minute)).ResponseJson.ShouldBe($$"""{"process":{{host.ProcessId}},"payload":[1]}""");
        (await host.InvokeAsync("""{"do":"throw"}""", Minute)).Error!.ErrorMessage.ShouldBe("as asked");

        var variables = JsonNode.Parse((await host.InvokeAsync("""{"do":"environment"}""", Minute)).ResponseJson!)!;
        ((string?)variables["TABLE"]).ShouldBe("Ledger");
        ((string?)variables["EXTRA"]).ShouldBe("1");
        ((string?)variables["_HANDLER"]).ShouldBe("Feedback.Tests");
        ((string?)variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]).ShouldBe("1024");
        ((string?)variables["AWS_REGION"]).ShouldBe("eu-west-1");
        variables["DOTNET_CLI_TELEMETRY_OPTOUT"].ShouldBeNull();
        variables["USER"].ShouldBeNull();
    }

    [Fact]
    public async Task InvokeAsync_ProcessEnds_FailsWithItsExitCodeAndLastLinesAndCanBeRestarted()
    {
        await using var host = await StartAsync();
        var gone = await Should.ThrowAsync<FunctionExitedException>(() => host.InvokeAsync("""{"do":"exit"}""", Minute));
        gone.ExitCode.ShouldBe(7);
        gone.LastLines.ShouldContain("about to exit");
        gone.Message.ShouldContain("BounceFunction ended with exit code 7");

        await Should.ThrowAsync<FunctionExitedException>(() => host.InvokeAsync("{}", Minute));
        await host.RestartAsync();
        (await host.InvokeAsync("{}", Minute)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task KillAsync_WhileInvoked_FailsTheInvocation()
    {
        var hanging = new TaskCompletionSource();
        await using var host = await StartAsync(written: line => hanging.TrySetResult());
        var invoking = host.InvokeAsync("""{"do":"hang"}""", Minute);
        await hanging.Task.WaitAsync(Minute);

        await host.KillAsync();

        (await Should.ThrowAsync<FunctionExitedException>(() => invoking)).ExitCode.ShouldBe(137);
        host.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task InvokeAsync_PastItsTime_TimesOutAndTheProcessIsEnded()
    {
        await using var host = await StartAsync();
        (await host.InvokeAsync("""{"do":"hang"}""", TimeSpan.FromMilliseconds(300))).TimedOut.ShouldBeTrue();
        host.IsRunning.ShouldBeFalse();
    }

    [Theory]
    [InlineData("init-error", "OptionsException", "THRESHOLD is not a number")]
    [InlineData("exit", "Runtime.ExitError", "The process ended with exit code 3.")]
    public async Task StartAsync_FunctionThatDoesNotStart_SaysWhy(string mode, string type, string message)
    {
        await using var host = await StartAsync(("MODE", mode));
        (host.InitError!.ErrorType, host.InitError.ErrorMessage).ShouldBe((type, message));
        (await Should.ThrowAsync<FunctionExitedException>(() => host.InvokeAsync("{}", Minute))).Message.ShouldContain(message);
    }

    [Fact]
    public async Task StartAsync_NothingBuilt_SaysWhatToDo() =>
        (await Should.ThrowAsync<LocalException>(() => LambdaHost.StartAsync(Small(), "BounceFunction", Path.GetTempPath()))).Message.ShouldContain("make");

    private static Template Small() => Template.Parse(SmallTemplate.Text.Replace("Feedback.Functions", "Feedback.Tests", StringComparison.Ordinal));

    private static Task<LambdaHost> StartAsync(params (string Name, string Value)[] environment) => StartAsync(null, environment);

    private static Task<LambdaHost> StartAsync(Action<string>? written, params (string Name, string Value)[] environment) => LambdaHost.StartAsync(
        Small(), "BounceFunction", AppContext.BaseDirectory, environment.ToDictionary(variable => variable.Name, variable => variable.Value), written: written);
}
