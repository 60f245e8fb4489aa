using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The built command line, run on a terminal of 80 columns.</summary>
/// <param name="Lines">What a person sees: without colours, and each line as it was when it was left.</param>
/// <param name="Overwritten">What a person saw before: the states of lines that were written over.</param>
internal sealed partial record TerminalRun(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<string> Overwritten)
{
    public const int Columns = 80;

    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    public static async Task<TerminalRun> OfAsync(IEnumerable<KeyValuePair<string, string>> variables, params string[] arguments)
    {
        var program = string.Join(' ', arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Feedback.Cli.dll")).Select(Quoted));
        var start = new ProcessStartInfo("script", ["-q", "-e", "-c", $"stty cols {Columns} rows 50; exec dotnet {program}", "/dev/null"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables.Append(KeyValuePair.Create("TERM", "xterm")))
        {
            start.Environment[name] = value;
        }

        // The input stays open: its end would be typed as Ctrl-D.
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var text = Escape().Replace(output, string.Empty);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r').Split('\r')).ToList();
        return new TerminalRun(
            process.ExitCode,
            [.. lines.Select(states => states[^1].TrimEnd())],
            [.. lines.SelectMany(states => states[..^1]).Where(state => state.Length > 0)]);
    }

    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(
        @"\e(\[[0-9;?]*[ -/]*[@-~]|[=>]|\][^\a]*\a)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
