using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Local.Processes;
using Feedback.Local.Templates;

namespace Feedback.Bench.ColdStart;

/// <summary>Starts BounceFunction for each event, against local tables and a local AWS endpoint.</summary>
internal sealed class ColdFunction : IAsyncDisposable
{
    private const string Function = "BounceFunction";

    private readonly LocalDeployment _deployment;
    private readonly FunctionDefinition _function;

    private ColdFunction(LocalDeployment deployment, FunctionDefinition function)
    {
        _deployment = deployment;
        _function = function;
    }

    public static async Task<ColdFunction> PrepareAsync()
    {
        var template = Template.Load();
        var deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions { Template = template, ArtifactFolder = "", Functions = [] });
        return new ColdFunction(deployment, template.Function(Function, deployment.Settings));
    }

    /// <summary>Measures the time from starting the process to its answer to one bounce, recorded and evaluated.</summary>
    /// <exception cref="LocalException">The function failed, so there is no time to report.</exception>
    public async Task<TimeSpan> FirstAnswerAsync(string folder)
    {
        var bounce = new BounceOfToday(TimeProvider.System);
        _deployment.Aws.Ses.AddConfigurationSet(bounce.ConfigurationSet);
        var executable = FunctionExecutable.Find(folder, _function.Handler);
        await using var runtime = await RuntimeApi.StartAsync(_function.Arn);
        var environment = LambdaEnvironment.Of(_function, _deployment.Settings, folder, runtime.Address, _deployment.EndpointVariables);
        var payload = new SqsBatches(Function, _deployment.Settings).Event([bounce.Json]);
        var answering = runtime.InvokeAsync(payload, _function.Timeout);

        var started = TimeProvider.System.GetTimestamp();
        await using var process = ChildProcess.Start(executable.File, executable.Arguments, environment, new OutputLines(), executable.Folder);
        await Task.WhenAny(answering, process.Exited);
        var elapsed = TimeProvider.System.GetElapsedTime(started);

        return answering.IsCompletedSuccessfully && (await answering).ResponseJson == """{"batchItemFailures":[]}"""
            ? elapsed
            : throw new LocalException($"{Function} in {folder} did not record the bounce: {string.Join(Environment.NewLine, process.Output.Last(5))}");
    }

    public ValueTask DisposeAsync() => _deployment.DisposeAsync();
}
