using Feedback.Local.Processes;
using Feedback.Local.Templates;

namespace Feedback.Local.Lambda;

/// <summary>A built function, run as its own process behind a Runtime API, with the settings the template gives it.</summary>
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

    /// <summary>Why the function did not start; null when it did.</summary>
    public FunctionError? InitError => _current.InitError;

    public bool IsRunning => InitError is null && !_current.Exited.IsCompleted;

    public int ProcessId => _current.ProcessId;

    /// <summary>The exit code, once the process is gone.</summary>
    public Task<int> Exited => _current.Exited;

    /// <summary>The last lines of its log, those of earlier processes included.</summary>
    public IReadOnlyList<string> Lines => _output.All();

    /// <param name="environment">Variables beyond the template's, or instead of them.</param>
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

    /// <summary>One invocation at a time; a second one waits.</summary>
    /// <param name="timeout">How far away its deadline is; by default, the function's timeout.</param>
    /// <exception cref="FunctionExitedException">The process ended before it answered, or never started.</exception>
    public Task<Invocation> InvokeAsync(string payloadJson, TimeSpan? timeout = null) => _current.InvokeAsync(payloadJson, timeout ?? Function.Timeout);

    /// <summary>SIGKILL: what the process was doing stays as it is. Returns when it is gone.</summary>
    public Task KillAsync() => _current.KillAsync();

    /// <summary>A new process in the place of the old one, which is ended if it still runs.</summary>
    public async Task RestartAsync()
    {
        await _current.DisposeAsync();
        _current = await _start();
    }

    public ValueTask DisposeAsync() => _current.DisposeAsync();
}
