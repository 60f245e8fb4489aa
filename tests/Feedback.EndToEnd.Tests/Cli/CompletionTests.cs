using System.Diagnostics;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -F _feedback feedback")]
    [InlineData("zsh", "compdef _feedback feedback")]
    [InlineData("fish", "complete -c feedback")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task Completion_OfAShell_PrintsItsScript(string shell, string line) =>
        (await CommandLineRun.OfAsync("completion", shell)).ShouldSucceed().Output.ShouldContain(line);

    [Theory]
    [InlineData("feedback sta", "status")]
    [InlineData("feedback policy s", "set show")]
    [InlineData("feedback policy set newsletter --bounce-c", "--bounce-critical-percent")]
    public async Task Bash_WithTheScript_CompletesTheLine(string line, string found)
    {
        var script = (await CommandLineRun.OfAsync("completion", "bash")).ShouldSucceed().Output;
        var words = line.Split(' ');
        var start = new ProcessStartInfo("bash", ["--norc", "-c", $$"""
            feedback() { dotnet '{{Path.Combine(AppContext.BaseDirectory, "Feedback.Cli.dll")}}' "$@"; }
            {{script}}
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{words.Length - 1}}
            _feedback
            printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd ' '
            """])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var bash = Process.Start(start)!;
        (await bash.StandardOutput.ReadToEndAsync()).Trim().ShouldBe(found);
    }

    [Fact]
    public async Task Help_OfACommand_EndsWithExamples() =>
        (await CommandLineRun.OfAsync("policy", "set", "--help")).ShouldSucceed().Output.ShouldContain(
            "Examples:\n  feedback policy set newsletter --mode Observe");
}
