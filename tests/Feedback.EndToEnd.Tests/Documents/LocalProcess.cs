using System.Collections.Concurrent;
using System.Diagnostics;
using Feedback.EndToEnd.Tests.Cli;

namespace Feedback.EndToEnd.Tests.Documents;

/// <summary><c>feedback local</c> in another terminal, on free ports.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private LocalProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has said so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <param name="options">As typed; the ports are replaced by free ones.</param>
    public static async Task<LocalProcess> StartAsync(IEnumerable<string> options)
    {
        string[] typed = [.. options];
        var others = typed.Where((word, at) => !IsPort(word) && (at == 0 || !IsPort(typed[at - 1])));
        var local = new LocalProcess(CommandLineRun.Start(["local", .. others, "--port", "0", "--database-port", "0"]));
        await Task.WhenAny(local._ready.Task, local._process.WaitForExitAsync(), Task.Delay(Patience));
        local._ready.Task.IsCompleted.ShouldBeTrue(local.Output);
        return local;
    }

    /// <summary>The value of a variable that it printed.</summary>
    public string Variable(string name) => _lines.Single(line => line.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>What it shows of a call comes by a pipe, and may be a moment later than the caller's answer.</summary>
    public async Task ShouldSayAsync(string text)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !Output.Contains(text, StringComparison.Ordinal);)
        {
            await Task.Delay(50);
        }

        Output.ShouldContain(text);
    }

    /// <summary>Ends it as an operator does, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        // Not SIGINT: a shell that starts the tests in the background lets them, and what they start, ignore it.
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await EndAsync();
        }

        _process.Dispose();
    }

    private static bool IsPort(string word) => word is "--port" or "--database-port";

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (line.EndsWith("Press Ctrl-C to end.", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
