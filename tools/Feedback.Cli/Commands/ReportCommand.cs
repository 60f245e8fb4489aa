using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Backtest;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback report [SET…]</c></summary>
internal sealed class ReportCommand : DeploymentCommand
{
    private const int MostSets = 500;

    private readonly Argument<string[]> _sets = new("SET")
    {
        Description = "Configuration sets, account or unattributed; by default all that have sent, the worst first.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "File to write the page to; - for standard output.",
        DefaultValueFactory = _ => "report.html",
    };

    private readonly Option<int> _days = CommonOptions.Number(
        "--days", 1, ReportPeriod.MostDays, ReportPeriod.DefaultDays, $"Days up to the end of the report, 1 to {ReportPeriod.MostDays}.");

    private readonly Option<string?> _from = new("--from") { Description = "Start in UTC, such as 2026-11-18 or 2026-11-18T09:30. Replaces --days." };
    private readonly Option<string?> _to = new("--to") { Description = "End in UTC; by default now." };

    private readonly Option<int> _limit = CommonOptions.Number(
        "--limit", 1, MostSets, otherwise: 20, $"Maximum number of sets with charts, 1 to {MostSets}. All are in the table at the top.");

    private readonly Option<string[]> _archive = new("--archive")
    {
        Description = "File or folder with archived SES events to report about, instead of a deployment; can be given more than once.",
    };

    public ReportCommand()
        : base("report", "Writes one HTML page with rates, thresholds, transitions, volumes and pauses of each set. --json prints its data instead.")
    {
        Validators.Add(Check);
        Define(_sets, _archive, _out, _days, _from, _to, _limit);
    }

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var period = ReportPeriod.Read(
            parsed.GetValue(_from), parsed.GetValue(_to), context.Value(_days), context.Get<TimeProvider>().GetUtcNow());
        var wanted = Wanted(parsed, context.Get<Deployment>());
        var report = await context.Get<ReportReader>().ReadAsync(wanted, period, context.Value(_limit), cancellationToken);
        return await FinishAsync(parsed, context.Terminal, report, wanted, "Feedback has seen no mail");
    }

    protected override Func<Terminal, CancellationToken, Task<int>>? WithoutDeployment(ParseResult parsed) =>
        parsed.GetValue(_archive) is { Length: > 0 } given
            ? (terminal, cancellationToken) => ReportArchiveAsync(given, parsed, terminal, cancellationToken)
            : null;

    /// <summary>
    /// Runs the archive through the functions' code, as a backtest does. In the mode Observe: the archive doesn't know what was paused, and no
    /// pause may be shown that never was.
    /// </summary>
    private async Task<int> ReportArchiveAsync(string[] given, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var files = EventFiles.Find(given);
        var wanted = Wanted(parsed, new Deployment("", ""));
        var asked = new ArchiveReport(wanted, parsed.GetRequiredValue(_limit), Period);
        var policy = Policy.Default with { Mode = Mode.Observe };
        var result = await terminal.WorkAsync("report", progress => Backtester.RunAsync(files, policy, asked, progress, cancellationToken));
        EventFiles.Require(result, given);
        var exit = result.Report is { } report ? await FinishAsync(parsed, terminal, report, wanted, "The archive has no mail") : ExitCode.NotGood;
        if (result.IsWhole)
        {
            return exit;
        }

        terminal.Problems(result.Left);
        return ExitCode.NotGood;

        ReportPeriod Period(DateTimeOffset first, DateTimeOffset until) => ((Option[])[_days, _from, _to]).Any(option => IsGiven(parsed.CommandResult, option))
            ? ReportPeriod.Read(parsed.GetValue(_from), parsed.GetValue(_to), parsed.GetRequiredValue(_days), until, "after the last event of the archive")
            : ArchiveReport.WholePeriod(first, until);
    }

    private HashSet<ReputationEntity> Wanted(ParseResult parsed, Deployment own) =>
        [.. parsed.GetValue(_sets)!.Select(name => EntityNames.Read(name, own))];

    private async Task<int> FinishAsync(
        ParseResult parsed, Terminal terminal, ReportDocument report, IReadOnlySet<ReputationEntity> wanted, string noMail)
    {
        var missing = wanted.Select(entity => entity.Name).Except(report.Overview.Select(set => set.Entity)).ToList();
        terminal.Problems(missing.Select(name => $"{noMail} of {name}."));
        if (report.Overview.Count == 0 && missing.Count == 0)
        {
            terminal.Problems([$"{noMail} yet."]);
        }

        terminal.Document(() => report, CliJson.Readable.ReportDocument);
        if (report.Overview.Count > 0 && !terminal.PrintsJson)
        {
            await WriteAsync(parsed.GetRequiredValue(_out), terminal, report);
        }

        return report.Overview.Count == 0 || missing.Count > 0 ? ExitCode.NotGood : ExitCode.Good;
    }

    private static async Task WriteAsync(string file, Terminal terminal, ReportDocument report)
    {
        var page = ReportPage.Of(report);
        if (file == "-")
        {
            await Streams.Output.WriteAsync(page);
            return;
        }

        await WholeFile.WriteAsync(file, page);
        var (detailed, all) = (report.Sets.Count, report.Overview.Count);
        var sets = detailed == all ? Figures.Count(all, "set") : $"{Figures.Count(detailed)} of {Figures.Count(all, "set")}";
        terminal.Line($"Wrote {file}: {sets}, {Figures.Time(report.From)} to {Figures.Time(report.To)}.");
    }

    /// <summary>Rejects options that would be ignored silently.</summary>
    private void Check(CommandResult given)
    {
        if (IsGiven(given, _from) && IsGiven(given, _days))
        {
            given.AddError("--from and --days can't be combined.");
        }

        if (IsGiven(given, _archive) && NamesADeployment(given))
        {
            given.AddError("--archive needs no deployment: leave out --stack, --env-file, --profile and --region.");
        }

        if (IsGiven(given, _out) && given.Children.OfType<OptionResult>().Any(option => option.Option.Name == "--json" && !option.Implicit))
        {
            given.AddError("--out and --json can't be combined: --json prints on standard output.");
        }
    }

    private static bool IsGiven(CommandResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
