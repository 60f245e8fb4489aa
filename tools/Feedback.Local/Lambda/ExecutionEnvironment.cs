using Feedback.Local.Processes;

namespace Feedback.Local.Lambda;

/// <summary>A process of a function with its Runtime API. It starts once and is not restarted.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private const int LinesInAnError = 20;

    // Lambda gives ten seconds; a busy build machine may need more, and only a broken function uses all of it.
    private static readonly TimeSpan InitTime = TimeSpan.FromSeconds(60);

    private readonly string _function;
    private readonly RuntimeApi _api;
    private readonly ChildProcess _process;

    private ExecutionEnvironment(string function, RuntimeApi api, ChildProcess process)
    {
        _function = function;
        _api = api;
        _process = process;
    }

    public FunctionError? InitError { get; private set; }

    public int ProcessId => _process.Id;

    public Task<int> Exited => _process.Exited;

    /// <summary>Starts the process and waits until it asks for an invocation or fails, which sets <see cref="InitError"/>.</summary>
    public static async Task<ExecutionEnvironment> StartAsync(
        string function, string functionArn, FunctionExecutable executable, Func<string, IReadOnlyDictionary<string, string>> environment, OutputLines output)
    {
        var runtimeApi = await RuntimeApi.StartAsync(functionArn);
        var started = ChildProcess.Start(executable.File, executable.Arguments, environment(runtimeApi.Address), output, executable.Folder);
        var created = new ExecutionEnvironment(function, runtimeApi, started);
        await created.InitAsync();
        return created;
    }

    /// <summary>Invokes the process. If it exceeds its time it is ended, as in Lambda.</summary>
    /// <exception cref="FunctionExitedException">The process ended before it answered.</exception>
    public async Task<Invocation> InvokeAsync(string payloadJson, TimeSpan timeout)
    {
        if (InitError is not null || _process.Exited.IsCompleted)
        {
            throw Gone();
        }

        var invoking = _api.InvokeAsync(payloadJson, timeout);
        await Task.WhenAny(invoking, _process.Exited);
        if (!invoking.IsCompleted)
        {
            throw Gone();
        }

        var invocation = await invoking;
        if (invocation.TimedOut)
        {
            await KillAsync();
        }

        return invocation;
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.Exited;
    }

    // The process first; otherwise it would log that its Runtime API is gone.
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _api.DisposeAsync();
    }

    private async Task InitAsync()
    {
        var first = await Task.WhenAny(_api.Ready, _api.InitError, _process.Exited, Task.Delay(InitTime));
        if (first == _api.Ready)
        {
            return;
        }

        // A runtime reports the error and then exits; wait for both, and for the log lines in between.
        if (first == _api.InitError)
        {
            await Task.WhenAny(_process.Exited, Task.Delay(TimeSpan.FromSeconds(2)));
        }

        InitError = _api.InitError.IsCompleted ? await _api.InitError
            : _process.Exited.IsCompleted ? FunctionError.Of("Runtime.ExitError", $"The process ended with exit code {await _process.Exited}.")
            : FunctionError.Of("Sandbox.Timedout", $"The process did not ask for work within {InitTime.TotalSeconds} seconds.");
    }

    private FunctionExitedException Gone() => new(
        _function, _process.Exited.IsCompletedSuccessfully ? _process.Exited.Result : null, InitError, _process.Output.Last(LinesInAnError));
}
