using System.CommandLine;
using Feedback.Cli.Backtest;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback backtest FILE… --bounce-critical-percent 5 …</c>: the options are those of <c>feedback policy set</c>.</summary>
internal sealed class BacktestCommand : Command
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "Archived events of SES in any wrapping, one a line, or events of Lambda. A folder stands for the files in it. Read as a stream, in any order.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Dictionary<string, Option<string?>> parts = PolicyReader.Names
        .Where(name => name != PolicyReader.AlarmTopicArn)
        .ToDictionary(name => name, PolicyOptions.Of);

    private readonly Option<bool> json = CommonOptions.Json();

    public BacktestCommand()
        : base("backtest", "Shows when a policy would have warned and paused on archived events, in event time, on this machine. Touches no AWS account.")
    {
        Add(files);
        foreach (var part in parts.Values)
            Add(part);
        Add(json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var policy = PolicyOf(parsed);
        var archived = EventFiles.Find(parsed.GetRequiredValue(files));
        var terminal = new Terminal(parsed.GetValue(json));
        var result = await terminal.WorkAsync("backtest", work => Backtester.RunAsync(archived, policy, work, cancellation));
        terminal.Document(() => BacktestDocument.Of(result), CliJson.Readable.BacktestDocument);
        new BacktestPages(terminal).Show(result);
        if (result.IsWhole)
            return ExitCode.Good;
        terminal.Problems([.. result.Problems, $"{Figures.Count(result.Unreadable, "event")} unreadable, {Figures.Count(result.Failed)} not recorded."]);
        return ExitCode.NotGood;
    }

    private Policy PolicyOf(ParseResult parsed)
    {
        var chosen = parts.Where(part => parsed.GetValue(part.Value) is { Length: > 0 }).ToDictionary(part => part.Key, part => parsed.GetValue(part.Value)!);
        return PolicyReader.Read(chosen, Policy.Default);
    }
}
