using System.Diagnostics;

namespace Feedback.Local.Processes;

/// <summary>A child process with only the given environment, which ends when this process does.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Lock _input = new();
    private readonly Process _process;

    private ChildProcess(Process process, OutputLines output)
    {
        _process = process;
        Output = output;
        Exited = WaitAsync();
    }

    public int Id => _process.Id;

    public OutputLines Output { get; }

    /// <summary>The exit code, available after the last line is in <see cref="Output"/>. 128 + n means ended by signal n.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(
        string executable, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, OutputLines output, string? folder = null)
    {
        var start = ParentWatch.Over(executable, arguments);
        start.WorkingDirectory = folder ?? Path.GetTempPath();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = new Process { StartInfo = start };
        started.OutputDataReceived += (_, line) => Keep(line);
        started.ErrorDataReceived += (_, line) => Keep(line);
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new ChildProcess(started, output);

        void Keep(DataReceivedEventArgs line)
        {
            if (line.Data is { } text)
            {
                output.Add(text);
            }
        }
    }

    /// <summary>Kills the process (SIGKILL).</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // The process had already ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            await EndWithinAsync(TimeSpan.FromSeconds(2));
        }

        Kill();
        await Exited;
        _process.Dispose();
    }

    // The watch takes the end of its standard input for the end of this process, and asks the child to end.
    private async Task EndWithinAsync(TimeSpan grace)
    {
        CloseInput();
        await Task.WhenAny(Exited, Task.Delay(grace));
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();

        // Immediately, because the watch must not outlive the process that it may signal.
        CloseInput();
        return _process.ExitCode;
    }

    // The process may end while it is being stopped; closing it twice at the same time would throw.
    private void CloseInput()
    {
        lock (_input)
        {
            _process.StandardInput.Close();
        }
    }
}
