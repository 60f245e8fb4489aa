using System.Diagnostics;
using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The built command line, run as a process without a terminal.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    // Inherited variables would point to the deployment of the developer who runs the tests.
    private static readonly string[] Foreign = ["FEEDBACK_", "AWS_"];

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<CommandLineRun> OfAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandLineRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it without waiting for its end.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Feedback.Cli.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    public void ShouldFail(int exitCode, params string[] lines)
    {
        ExitCode.ShouldBe(exitCode, Error);
        Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ShouldBe(lines);
    }

    public CommandLineRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Error + Output);
        Error.ShouldBeEmpty();
        Output.ShouldNotContain("\u001b");
        return this;
    }
}
