using Feedback.Local.Processes;

namespace Feedback.Local.Lambda;

/// <summary>One process of a function with its Runtime API: it starts once and, when it has ended, stays ended.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private const int LinesInAnError = 20;

    // Lambda gives ten seconds; a busy build machine may need more, and only a broken function needs it all.
    private static readonly TimeSpan InitTime = TimeSpan.FromSeconds(60);

    private readonly string function;
    private readonly RuntimeApi api;
    private readonly ChildProcess process;

    private ExecutionEnvironment(string function, RuntimeApi api, ChildProcess process)
    {
        this.function = function;
        this.api = api;
        this.process = process;
    }

    public FunctionError? InitError { get; private set; }

    public int ProcessId => process.Id;

    public Task<int> Exited => process.Exited;

    /// <summary>Returns when the process asks for work or has failed to; the latter shows in <see cref="InitError"/>.</summary>
    public static async Task<ExecutionEnvironment> StartAsync(
        string function, string functionArn, FunctionExecutable executable, Func<string, IReadOnlyDictionary<string, string>> environment, OutputLines output)
    {
        var runtimeApi = await RuntimeApi.StartAsync(functionArn);
        var started = ChildProcess.Start(executable.File, executable.Arguments, environment(runtimeApi.Address), output, executable.Folder);
        var created = new ExecutionEnvironment(function, runtimeApi, started);
        await created.InitAsync();
        return created;
    }

    /// <summary>A process that exceeds its time is ended, as in Lambda.</summary>
    /// <exception cref="FunctionExitedException">The process ended before it answered.</exception>
    public async Task<Invocation> InvokeAsync(string payloadJson, TimeSpan timeout)
    {
        if (InitError is not null || process.Exited.IsCompleted)
            throw Gone();

        var invoking = api.InvokeAsync(payloadJson, timeout);
        await Task.WhenAny(invoking, process.Exited);
        if (!invoking.IsCompleted)
            throw Gone();

        var invocation = await invoking;
        if (invocation.TimedOut)
            await KillAsync();
        return invocation;
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.Exited;
    }

    // The process first: it would see its Runtime API go away, and say so in its log.
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await api.DisposeAsync();
    }

    private async Task InitAsync()
    {
        var first = await Task.WhenAny(api.Ready, api.InitError, process.Exited, Task.Delay(InitTime));
        if (first == api.Ready)
            return;

        // A runtime reports the error and then exits: both are wanted, and the log lines in between.
        if (first == api.InitError)
            await Task.WhenAny(process.Exited, Task.Delay(TimeSpan.FromSeconds(2)));

        InitError = api.InitError.IsCompleted ? await api.InitError
            : process.Exited.IsCompleted ? FunctionError.Of("Runtime.ExitError", $"The process ended with exit code {await process.Exited}.")
            : FunctionError.Of("Sandbox.Timedout", $"The process did not ask for work within {InitTime.TotalSeconds} seconds.");
    }

    private FunctionExitedException Gone() => new(
        function, process.Exited.IsCompletedSuccessfully ? process.Exited.Result : null, InitError, process.Output.Last(LinesInAnError));
}
