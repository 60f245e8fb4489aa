using System.CommandLine;
using System.Runtime.InteropServices;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Usage;

namespace Feedback.Cli;

internal static class EntryPoint
{
    private static async Task<int> Main(string[] arguments)
    {
        var parsed = CommandLine.Create().Parse(arguments);
        if (UsageErrors.Of(parsed) is { Count: > 0 } problems)
        {
            new Terminal().Problems(problems);
            return ExitCode.Usage;
        }

        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, interrupted.Token);
        }
        catch (Exception) when (interrupted.IsCancellationRequested)
        {
            // Ctrl-C ends child processes too, so any error can follow from it.
            new Terminal().Problems(["Interrupted."]);
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (ExpectedErrors.Explain(exception) is { } expected)
        {
            new Terminal().Problems(expected.Lines);
            return expected.ExitCode;
        }

        // The second signal ends the process at once.
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        }
    }
}
