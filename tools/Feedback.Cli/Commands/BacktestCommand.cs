using System.CommandLine;
using Feedback.Cli.Backtest;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback backtest FILE… --bounce-critical-percent 5 …</c>: the options are those of <c>feedback policy set</c>, but for the alarm topic.</summary>
internal sealed class BacktestCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Archived events of SES in any wrapping, one a line, or events of Lambda. A folder stands for the files in it and in its folders. May be compressed (gzip). Read as a stream, in any order.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly PolicyOptions _policyParts = PolicyOptions.WithoutTopic();
    private readonly Option<bool> _json = CommonOptions.Json();

    public BacktestCommand()
        : base("backtest", "Shows when a policy would have warned and paused on archived events, in event time, on this machine. Touches no AWS account.")
    {
        Add(_files);
        _policyParts.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var policy = _policyParts.Read(parsed);
        var given = parsed.GetRequiredValue(_files);
        var archived = EventFiles.Find(given);
        var terminal = new Terminal(parsed.GetValue(_json));
        var result = await terminal.WorkAsync("backtest", progress => Backtester.RunAsync(archived, policy, progress, cancellationToken));
        if (result.IsEmpty)
        {
            throw EventFiles.Nothing(given, result.Ignored > 0 ? $" but {Figures.Count(result.Ignored)} of other kinds than bounce, complaint and delivery" : "");
        }

        terminal.Document(() => BacktestDocument.Of(result), CliJson.Readable.BacktestDocument);
        new BacktestPages(terminal).Show(result);
        if (result.IsWhole)
        {
            return ExitCode.Good;
        }

        terminal.Problems([.. result.Problems, $"{Figures.Count(result.Unreadable, "event")} unreadable, {Figures.Count(result.Failed)} not recorded."]);
        return ExitCode.NotGood;
    }
}
