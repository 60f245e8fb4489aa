using System.Diagnostics;

namespace Feedback.Local.Processes;

/// <summary>A process with nothing but the given environment, that ends when this process does.</summary>
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

    /// <summary>The exit code, once the process is gone and its last line is in <see cref="Output"/>. 128 + n: ended by signal n.</summary>
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

    /// <summary>SIGKILL: nothing in the process gets to run after this.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It was gone already, which is what the caller wants.
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

    // Closing its standard input is what the watch takes for our death: it asks the process to end.
    private async Task EndWithinAsync(TimeSpan grace)
    {
        CloseInput();
        await Task.WhenAny(Exited, Task.Delay(grace));
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();

        // At once: the watch must not outlive the process it may signal.
        CloseInput();
        return _process.ExitCode;
    }

    // The process may end at the very moment it is told to: two closings at once trip over each other.
    private void CloseInput()
    {
        lock (_input)
        {
            _process.StandardInput.Close();
        }
    }
}
