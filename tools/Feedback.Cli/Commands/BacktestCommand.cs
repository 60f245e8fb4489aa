using System.CommandLine;
using Feedback.Cli.Backtest;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Report;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback backtest FILE…</c>, with the options of <c>feedback policy set</c> except the alarm topic.</summary>
internal sealed class BacktestCommand : Command
{
    /// <summary>As many as feedback simulate draws.</summary>
    private const int MostCharts = 20;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Archived SES events in any wrapping, one a line, or Lambda events, in any order. Files may be compressed with gzip. "
            + "A folder stands for all files in it and below.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _report = new("--report") { Description = "File to write the page of feedback report about the archive to." };
    private readonly PolicyOptions _policyParts = PolicyOptions.WithoutTopic();
    private readonly Option<bool> _json = CommonOptions.Json();

    public BacktestCommand()
        : base("backtest", "Shows when a policy would have warned and paused on archived events. Runs on this machine; needs no AWS account.")
    {
        Add(_files);
        _policyParts.AddTo(this);
        Add(_report);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var policy = _policyParts.Read(parsed);
        var given = parsed.GetRequiredValue(_files);
        var archived = EventFiles.Find(given);
        var terminal = new Terminal(parsed.GetValue(_json));
        var file = parsed.GetValue(_report);
        var result = await terminal.WorkAsync(
            "backtest", progress => Backtester.RunAsync(archived, policy, file is null ? null : ArchiveReport.Whole(MostCharts), progress, cancellationToken));
        EventFiles.Require(result, given);
        terminal.Document(() => BacktestDocument.Of(result), CliJson.Readable.BacktestDocument);
        new BacktestPages(terminal).Show(result);
        if (file is not null && result.Report is { } report)
        {
            await WholeFile.WriteAsync(file, ReportPage.Of(report));
        }

        if (result.IsWhole)
        {
            return ExitCode.Good;
        }

        terminal.Problems(result.Left);
        return ExitCode.NotGood;
    }
}
