using System.Diagnostics;
using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>tools/feedback in a small checkout, with a dotnet that only records what it is asked for.</summary>
public sealed class WrapperTests : IDisposable
{
    private const string Building = "feedback: building the command line (only after a change; about a minute)";

    private readonly DirectoryInfo _checkout = Directory.CreateTempSubdirectory("feedback-");

    public WrapperTests()
    {
        foreach (var folder in new[] { "tools/Feedback.Cli/obj", "tools/Feedback.Local", "functions/Feedback", "functions/Feedback.Aws", "stand-ins", "bin" })
        {
            _checkout.CreateSubdirectory(folder);
        }

        File.Copy(Path.Combine(RepositoryRoot.Find(), "tools", "feedback"), In("tools/feedback"));
        File.WriteAllText(In("tools/Feedback.Cli/Program.cs"), "");
        WriteProgram("dotnet", """
            case $1 in
              publish) echo "$@" >>publish.log
                case "$*" in *ReadyToRun*) [ ! -e no-compiler ] || exit 1 ;; esac
                mkdir -p artifacts/feedback; touch artifacts/feedback/Feedback.Cli.dll ;;
              *) shift; echo "ran $*" ;;
            esac
            """);
        WriteProgram("make", "exit 0");
    }

    public void Dispose() => _checkout.Delete(recursive: true);

    [Fact]
    public async Task Feedback_ASecondTime_RunsWithoutBuilding()
    {
        (await RunAsync()).ShouldBe((0, "ran status", Building));
        (await RunAsync()).ShouldBe((0, "ran status", ""));
        File.ReadAllLines(In("publish.log")).ShouldHaveSingleItem().ShouldContain("-p:PublishReadyToRun=true");
    }

    [Fact]
    public async Task Feedback_AfterAChangeOrADeletion_BuildsAgain()
    {
        await RunAsync();
        MakeBuildOlderThan("tools/Feedback.Cli/Program.cs");
        (await RunAsync()).Error.ShouldBe(Building);

        (await RunAsync()).Error.ShouldBe("");
        File.Delete(In("tools/Feedback.Cli/Program.cs"));
        MakeBuildOlderThan("tools/Feedback.Cli");
        (await RunAsync()).Error.ShouldBe(Building);
    }

    [Fact]
    public async Task Feedback_AfterAnotherBuildOfTheSameSources_DoesNotBuild()
    {
        await RunAsync();
        File.WriteAllText(In("tools/Feedback.Cli/obj/project.assets.json"), "");
        File.SetLastWriteTimeUtc(In("tools/Feedback.Cli/obj/project.assets.json"), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        (await RunAsync()).Error.ShouldBe("");
    }

    [Fact]
    public async Task Feedback_WithoutTheAheadOfTimeCompiler_IsBuiltWithoutIt()
    {
        File.WriteAllText(In("no-compiler"), "");
        (await RunAsync()).ShouldBe((0, "ran status", Building));
        File.ReadAllLines(In("publish.log")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Feedback_ThatCannotBeBuilt_SaysWhyAndFails()
    {
        WriteProgram("make", "echo 'No rule to make target' >&2; exit 2");
        (await RunAsync()).ShouldBe((2, "", $"{Building}\nNo rule to make target"));
        File.Exists(In("publish.log")).ShouldBeFalse();
    }

    private string In(string path) => Path.Combine(_checkout.FullName, path);

    private void WriteProgram(string name, string script)
    {
        File.WriteAllText(In($"bin/{name}"), $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Every source is as old as the build or older, but for one.
    private void MakeBuildOlderThan(string path)
    {
        var changed = TimeProvider.System.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(In("artifacts/feedback.built"), changed.AddHours(-1));
        foreach (var entry in _checkout.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(entry => entry.Name != "feedback.built"))
        {
            entry.LastWriteTimeUtc = changed.AddHours(-2);
        }

        new FileInfo(In(path)).LastWriteTimeUtc = changed.AddMinutes(-1);
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync()
    {
        var start = new ProcessStartInfo("sh", [In("tools/feedback"), "status"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{In("bin")}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).TrimEnd(), (await error).TrimEnd());
    }
}
