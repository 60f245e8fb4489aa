using System.Diagnostics;
using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The built command line, run as a process without a terminal.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    // Inherited variables would point to the deployment of the developer who runs the tests.
    private static readonly string[] Foreign = ["FEEDBACK_", "AWS_"];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Feedback.Cli.dll");

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<CommandLineRun> OfAsync(params string[] arguments) => WithAsync([], arguments);

    /// <summary>Runs it with variables in addition to those of the machine.</summary>
    public static async Task<CommandLineRun> WithAsync(IEnumerable<KeyValuePair<string, string>> variables, string[] arguments)
    {
        using var process = Start(variables, arguments);
        return await OfAsync(process);
    }

    /// <summary>Runs it with a standard output that takes nothing, as on a full disk.</summary>
    public static async Task<CommandLineRun> WithoutSpaceAsync(params string[] arguments)
    {
        using var process = Start("sh", [], ["-c", $"exec dotnet \"$@\" > {FullDiskFactAttribute.Device}", "sh", Program, .. arguments]);
        return await OfAsync(process);
    }

    private static async Task<CommandLineRun> OfAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandLineRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it without waiting for its end.</summary>
    public static Process Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts it with variables in addition to those of the machine.</summary>
    public static Process Start(IEnumerable<KeyValuePair<string, string>> variables, string[] arguments) =>
        Start("dotnet", variables, [Program, .. arguments]);

    /// <summary>
    /// Starts it so that SIGINT ends it. A shell starts what it runs in the background with SIGINT ignored, the tests among it, and a process
    /// hands that on to those that it starts.
    /// </summary>
    public static Process StartInterruptible(IEnumerable<KeyValuePair<string, string>> variables, string[] arguments) => OperatingSystem.IsLinux()
        ? Start("env", variables, ["--default-signal=INT", "dotnet", Program, .. arguments])
        : Start(variables, arguments);

    private static Process Start(string command, IEnumerable<KeyValuePair<string, string>> variables, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
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
