using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;
using Feedback.Cli.Status;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback replay FILE…</c></summary>
internal sealed class ReplayCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Lambda events (as under events/), or SES events: one, an array, or one a line. Files may be compressed with gzip. "
            + "A folder stands for all files in it and below. The mail of an event of S3 lies beside it: the name in its key, and .eml.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _function = new("--function")
    {
        Description = "Function to invoke; by default the one that the folder is named after (bounce, complaint, …), otherwise the one the events are for.",
    };

    private readonly Option<string?> _database = new("--database") { Description = "File to keep the tables in; by default they are in memory." };
    private readonly Option<bool> _json = CommonOptions.Json();

    public ReplayCommand()
        : base("replay", "Sends event files through the functions on this machine and shows the outcome. Needs no AWS account.")
    {
        _function.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && FeedbackFunctions.Named(name) is null)
            {
                result.AddError($"--function must be one of {string.Join(", ", FeedbackFunctions.All)}.");
            }
        });
        Add(_files);
        Add(_function);
        Add(_database);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var named = parsed.GetValue(_function) is { } name ? FeedbackFunctions.Named(name) : null;
        var given = parsed.GetRequiredValue(_files);
        var read = EventFiles.Find(given).Select(file => EventFile.Read(file, named)).ToList();
        if (read.All(file => file.Payloads.Count == 0))
        {
            throw EventFiles.Nothing(given);
        }

        var terminal = new Terminal(parsed.GetValue(_json));
        var inbound = read.SelectMany(file => file.Payloads).Select(payload => payload.Function).Where(function => function == FeedbackFunctions.Inbound);
        await using var run = await LocalRun.StartAsync(parsed.GetValue(_database), inbound.Distinct());

        var replayed = await terminal.WorkAsync("replay", progress => new Replayer(run).ReplayAsync(read, progress, cancellationToken));
        var entities = await run.Get<StatusReader>().ReadAsync([], cancellationToken);
        terminal.Document(() => ReplayDocument.Of(replayed, run.Log.Complaints, entities), CliJson.Readable.ReplayDocument);
        Show(terminal, replayed, run.Log.Complaints, entities);
        return replayed.Any(file => file.Report.Failed > 0) ? ExitCode.NotGood : ExitCode.Good;
    }

    private static void Show(Terminal terminal, IReadOnlyList<ReplayedFile> files, IReadOnlyList<string> log, IReadOnlyList<EntityStatus> entities)
    {
        foreach (var (file, functions, report) in files)
        {
            terminal.Verbatim(file);
            terminal.Line(
                $"  {string.Join(", ", functions)}: {Figures.Count(report.Messages, "message")}, {Figures.Count(report.Recorded)} recorded, "
                + $"{Figures.Count(report.Ignored)} ignored, {Figures.Count(report.Failed)} failed");
            if (report.Error is { } error)
            {
                terminal.Line($"  {error}");
            }
        }

        foreach (var line in log)
        {
            terminal.Line($"  {line}");
        }

        if (entities.Count > 0)
        {
            terminal.Write(StatusTable.Of(entities));
        }
    }
}
