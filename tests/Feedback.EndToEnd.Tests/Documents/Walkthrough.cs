using System.Diagnostics;
using Feedback.Cli;
using Feedback.EndToEnd.Tests.Cli;
using Feedback.Local;
using Feedback.Local.Lambda;

namespace Feedback.EndToEnd.Tests.Documents;

/// <summary>Runs the command lines of a document in their order, as a reader would type them, without SAM and without AWS.</summary>
internal sealed class Walkthrough : IAsyncDisposable
{
    /// <summary>What it doesn't run, by how the command line begins, and why.</summary>
    private static readonly (string[] Words, string Reason)[] NotRunHere =
    [
        (["make"], "make test, which runs this test, or another job of CI runs it"),
        (["sam", "build"], "needs SAM; runs make build-<function>"),
        (["sam", "deploy"], "needs an AWS account"),
        (["sam", "local", "start-lambda"], "needs SAM and Docker"),
        (["aws"], "needs an AWS account"),
        (["export"], "is of the reader's shell"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    /// <summary>Null until the document starts it.</summary>
    public LocalProcess? Local { get; private set; }

    /// <summary>The commands that were run, with what they wrote.</summary>
    public List<(ShellCommand Command, string Output)> Run { get; } = [];

    /// <summary>Those that weren't, with the reason.</summary>
    public List<(ShellCommand Command, string Reason)> Left { get; } = [];

    public async Task TypeAsync(ShellCommand command)
    {
        if (NotRunHere.FirstOrDefault(one => command.Begins(one.Words)).Reason is { } reason)
        {
            Left.Add((command, reason));
            return;
        }

        switch (command.Words)
        {
            case ["tools/feedback" or "feedback", "local", .. var options]:
                Local = await LocalProcess.StartAsync(options.Select(Here));
                Run.Add((command, ""));
                break;
            case ["tools/feedback" or "feedback", .. var typed]:
                await TypeFeedbackAsync(command, [.. typed.Select(Here)]);
                break;
            case ["sam", "local", "invoke", var function, ..]:
                Run.Add((command, await InvokeAsync(command, function)));
                break;
            case ["sed", ..]:
                Run.Add((command, await ShellAsync(command)));
                break;
            default:
                throw new InvalidOperationException($"{command}: is neither run nor listed as not run here.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Local is not null)
        {
            await Local.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task TypeFeedbackAsync(ShellCommand command, string[] typed)
    {
        var isForOperators = CommandLine.Create().Parse(typed).CommandResult.Command.Options.Any(option => option.Name == "--env-file");
        if (isForOperators && (command.Option("--env-file") is not { } file || !File.Exists(Here(file))))
        {
            Left.Add((command, "needs the variables of a deployment on AWS"));
            return;
        }

        var run = await CommandLineRun.OfAsync(typed);
        run.Error.ShouldBeEmpty(command.ToString());
        run.ExitCode.ShouldBe(typed[0] == "suppression" ? 1 : 0, command.ToString());
        Run.Add((command, run.Output));
    }

    private async Task<string> InvokeAsync(ShellCommand command, string function)
    {
        var local = Local.ShouldNotBeNull($"{command}: comes before `feedback local`");
        var payload = await File.ReadAllTextAsync(Here(command.Option("-e", "--event")!));
        var variables = await File.ReadAllTextAsync(Here(command.Option("--env-vars") ?? "events/env.json"));
        var invocation = await SamLocal.InvokeAsync(function, payload, variables
            .Replace("http://host.docker.internal:8000", local.Variable("AWS_ENDPOINT_URL_DYNAMODB").TrimEnd('/'), StringComparison.Ordinal)
            .Replace("http://host.docker.internal:8001", local.Variable("AWS_ENDPOINT_URL_SQS").TrimEnd('/'), StringComparison.Ordinal));
        invocation.Error.ShouldBeNull(command.ToString());
        return invocation.ResponseJson ?? "";
    }

    private async Task<string> ShellAsync(ShellCommand command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command.Text.Replace("artifacts/", $"{_folder.FullName}/", StringComparison.Ordinal)])
        {
            WorkingDirectory = RepositoryRoot.Find(),
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var shell = Process.Start(start)!;
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        shell.ExitCode.ShouldBe(0, $"{command}: {error}");
        return error;
    }

    /// <summary>Files of the repository where they are; what the reader makes in artifacts/, in a folder of this run.</summary>
    private string Here(string word) =>
        word.StartsWith("artifacts/", StringComparison.Ordinal) ? Path.Combine(_folder.FullName, word["artifacts/".Length..])
        : word.StartsWith("events/", StringComparison.Ordinal) ? Path.Combine(RepositoryRoot.Find(), word)
        : word;
}
