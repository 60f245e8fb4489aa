using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.Status;
using Feedback.Configuration;

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

    public ReportCommand()
        : base("report", "Writes one HTML page with rates, thresholds, transitions, volumes and pauses of each set. --json prints its data instead.")
    {
        Validators.Add(Check);
        Define(_sets, _out, _days, _from, _to, _limit);
    }

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var now = context.Get<TimeProvider>().GetUtcNow();
        var period = ReportPeriod.Read(context.Parsed.GetValue(_from), context.Parsed.GetValue(_to), context.Value(_days), now);
        var wanted = context.Parsed.GetValue(_sets)!.Select(name => EntityNames.Read(name, context.Get<Deployment>())).ToHashSet();
        var report = await context.Get<ReportReader>().ReadAsync(wanted, period, context.Value(_limit), cancellationToken);

        var missing = wanted.Select(entity => entity.Name).Except(report.Overview.Select(set => set.Entity)).ToList();
        context.Terminal.Problems(missing.Select(name => $"Feedback has seen no mail of {name}."));
        if (report.Overview.Count == 0 && missing.Count == 0)
        {
            context.Terminal.Problems(["Feedback has seen no mail yet."]);
        }

        context.Terminal.Document(() => report, CliJson.Readable.ReportDocument);
        if (report.Overview.Count > 0 && !context.Terminal.PrintsJson)
        {
            await WriteAsync(context, report);
        }

        return report.Overview.Count == 0 || missing.Count > 0 ? ExitCode.NotGood : ExitCode.Good;
    }

    private async Task WriteAsync(DeploymentContext context, ReportDocument report)
    {
        var (page, file) = (ReportPage.Of(report), context.Value(_out));
        if (file == "-")
        {
            await Streams.Output.WriteAsync(page);
            return;
        }

        await WholeFile.WriteAsync(file, page);
        var (detailed, all) = (report.Sets.Count, report.Overview.Count);
        var sets = detailed == all ? Figures.Count(all, "set") : $"{Figures.Count(detailed)} of {Figures.Count(all, "set")}";
        context.Terminal.Line($"Wrote {file}: {sets}, {Figures.Time(report.From)} to {Figures.Time(report.To)}.");
    }

    /// <summary>Rejects options that would be ignored silently.</summary>
    private void Check(CommandResult given)
    {
        if (IsGiven(_from) && IsGiven(_days))
        {
            given.AddError("--from and --days can't be combined.");
        }

        if (IsGiven(_out) && given.Children.OfType<OptionResult>().Any(option => option.Option.Name == "--json" && !option.Implicit))
        {
            given.AddError("--out and --json can't be combined: --json prints on standard output.");
        }

        bool IsGiven(Option option) => given.GetResult(option) is { Implicit: false };
    }
}
