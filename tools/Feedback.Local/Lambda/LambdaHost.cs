using Feedback.Local.Processes;
using Feedback.Local.Templates;

namespace Feedback.Local.Lambda;

/// <summary>Runs a built function as a process behind a Runtime API, with the settings from the template.</summary>
internal sealed class LambdaHost : IAsyncDisposable
{
    private readonly Func<Task<ExecutionEnvironment>> _start;
    private readonly OutputLines _output;
    private ExecutionEnvironment _current = null!;

    private LambdaHost(FunctionDefinition function, Func<Task<ExecutionEnvironment>> start, OutputLines output)
    {
        Function = function;
        _start = start;
        _output = output;
    }

    public FunctionDefinition Function { get; }

    /// <summary>The error with which the function failed to start; null if it started.</summary>
    public FunctionError? InitError => _current.InitError;

    public bool IsRunning => InitError is null && !_current.Exited.IsCompleted;

    public int ProcessId => _current.ProcessId;

    /// <summary>The exit code, available after the process has ended.</summary>
    public Task<int> Exited => _current.Exited;

    /// <summary>The last lines of its log, including those of earlier processes.</summary>
    public IReadOnlyList<string> Lines => _output.All();

    /// <param name="environment">Variables that add to or replace those of the template.</param>
    /// <param name="written">Called for each line of its log.</param>
    public static async Task<LambdaHost> StartAsync(
        Template template,
        string functionLogicalId,
        string artifactFolder,
        IReadOnlyDictionary<string, string>? environment = null,
        StackSettings? settings = null,
        Action<string>? written = null)
    {
        settings ??= new StackSettings();
        var function = template.Function(functionLogicalId, settings);
        var executable = FunctionExecutable.Find(artifactFolder, function.Handler);
        var lines = new OutputLines(written: written);

        var host = new LambdaHost(function, StartProcessAsync, lines);
        host._current = await StartProcessAsync();
        return host;

        Task<ExecutionEnvironment> StartProcessAsync() => ExecutionEnvironment.StartAsync(
            functionLogicalId,
            function.Arn,
            executable,
            runtimeApi => LambdaEnvironment.Of(function, settings, artifactFolder, runtimeApi, environment ?? new Dictionary<string, string>()),
            lines);
    }

    /// <summary>Invokes the function. One invocation runs at a time; others wait.</summary>
    /// <param name="timeout">The time until its deadline; by default the function's timeout.</param>
    /// <exception cref="FunctionExitedException">The process ended before it answered, or never started.</exception>
    public Task<Invocation> InvokeAsync(string payloadJson, TimeSpan? timeout = null) => _current.InvokeAsync(payloadJson, timeout ?? Function.Timeout);

    /// <summary>Kills the process (SIGKILL) and waits for its end.</summary>
    public Task KillAsync() => _current.KillAsync();

    /// <summary>Starts a new process, after ending the old one if it still runs.</summary>
    public async Task RestartAsync()
    {
        await _current.DisposeAsync();
        _current = await _start();
    }

    public ValueTask DisposeAsync() => _current.DisposeAsync();
}
