using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Composition;
using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Report;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Cli.Simulation.Account;
using Feedback.Cli.Simulation.Month;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback simulate</c></summary>
internal sealed class SimulateCommand : Command
{
    private const int MostCharts = 20;
    private const string Month = "month";

    private static readonly AccountScenario[] Accounts = [AccountScenario.Busy, AccountScenario.Blind];

    private readonly Option<string[]> _senders = new("--senders")
    {
        Description = "Senders as name:messages:bounce%:complaint%, for example newsletter:20000:0.6:0.01 (may be repeated).",
        DefaultValueFactory = _ => ["healthy-newsletter:20000:0.6:0.01", "bought-list:20000:6:0.2"],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "Checks who is paused and how soon. month: many sets for weeks. busy: 1,000 deliveries a second, 8,000 in flight. "
            + "blind: no deliveries for three hours, then all of them in the dead-letter queue. Replaces --senders; the parts of a policy are only "
            + "for scenarios, --sets, --days and --report only for the month.",
    };

    private readonly Option<int> _sets = CommonOptions.Number(
        "--sets", MonthOptions.LeastSets, 1_000, otherwise: 200, "Number of sets in the month, 5 to 1000.");

    private readonly Option<int> _days = CommonOptions.Number("--days", MonthOptions.LeastDays, 60, otherwise: 30, "Number of days in the month, 3 to 60.");
    private readonly PolicyOptions _policyParts = PolicyOptions.WithoutTopic();
    private readonly Option<int> _seed = CommonOptions.Seed();
    private readonly Option<string?> _report = new("--report") { Description = "File to write the page of feedback report to." };
    private readonly Option<bool> _json = CommonOptions.Json();

    public SimulateCommand()
        : base("simulate", "Lets senders of your choice send for an hour on this machine, and shows the outcome.")
    {
        _scenario.AcceptOnlyFromAmong([Month, .. Accounts.Select(account => account.Name)]);
        Validators.Add(Check);
        Add(_senders);
        Add(_scenario);
        Add(_sets);
        Add(_days);
        _policyParts.AddTo(this);
        Add(_seed);
        Add(_report);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_scenario) is { } scenario)
        {
            return scenario == Month
                ? await MonthAsync(parsed, cancellationToken)
                : await AccountAsync(parsed, Accounts.Single(account => account.Name == scenario), cancellationToken);
        }

        var chosen = Read(parsed.GetRequiredValue(_senders));
        var terminal = new Terminal(parsed.GetValue(_json));
        await using var run = await LocalRun.StartAsync();
        var observer = new Observer(run);
        var mail = SimulatedMail.OfTheLastHour(chosen, parsed.GetValue(_seed), TimeProvider.System.GetUtcNow());
        foreach (var sender in chosen)
        {
            run.Deployment.Aws.Ses.AddConfigurationSet(sender.ConfigurationSet);
        }

        var (report, _) = await terminal.WorkAsync("simulate", progress => new MailPump(run).PumpAsync(mail.Notifications, progress, cancellationToken));
        var sweep = await run.SweepAsync();
        var seen = await observer.LookAsync(cancellationToken);
        if (parsed.GetValue(_report) is { } file)
        {
            var now = run.Get<TimeProvider>().GetUtcNow();
            var data = await run.Get<ReportReader>().ReadAsync([], new ReportPeriod(now.AddHours(-2), now), MostCharts, cancellationToken);
            ReportFile.Write(file, ReportPage.Of(data));
        }

        terminal.Document(() => SimulationDocument.Of(parsed.GetValue(_seed), mail, report, seen), CliJson.Readable.SimulationDocument);
        var pages = new SnapshotPages(terminal);
        pages.Rates(seen);
        pages.SendingChanges(seen);
        pages.Mails(seen);
        return report.Failed + sweep.Failed == 0 ? ExitCode.Good : ExitCode.NotGood;
    }

    private async Task<int> MonthAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(parsed.GetValue(_json));
        var options = new MonthOptions(parsed.GetValue(_sets), parsed.GetValue(_days), parsed.GetValue(_seed), _policyParts.Read(parsed));
        await using var month = new MonthRun(options);
        var result = await terminal.WorkAsync("a month", progress => month.RunAsync(progress, cancellationToken));
        terminal.Document(() => MonthDocument.Of(result), CliJson.Readable.MonthDocument);
        new MonthPages(terminal).Show(result);
        if (parsed.GetValue(_report) is { } file)
        {
            ReportFile.Write(file, ReportPage.Of(await month.ReportAsync(MostCharts, cancellationToken)));
        }

        if (result.IsAsItMustBe)
        {
            return ExitCode.Good;
        }

        terminal.Problems(MonthPages.Problems(result));
        return ExitCode.NotGood;
    }

    private async Task<int> AccountAsync(ParseResult parsed, AccountScenario scenario, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(parsed.GetValue(_json));
        await using var account = new AccountRun(scenario, _policyParts.Read(parsed), parsed.GetValue(_seed));
        var result = await terminal.WorkAsync(scenario.Name, progress => account.RunAsync(progress, cancellationToken));
        terminal.Document(() => AccountDocument.Of(result), CliJson.Readable.AccountDocument);
        new AccountPages(terminal).Show(result);
        terminal.Problems(AccountPages.Problems(result));
        return result.IsAsItMustBe ? ExitCode.Good : ExitCode.NotGood;
    }

    /// <summary>Rejects options that would be ignored silently.</summary>
    private void Check(CommandResult given)
    {
        var scenario = given.GetValue(_scenario);
        foreach (var option in new Option[] { _sets, _days }.Where(option => scenario != Month && IsGiven(option)))
        {
            given.AddError($"{option.Name} needs --scenario month.");
        }

        foreach (var option in _policyParts.In(given).Where(_ => scenario is null))
        {
            given.AddError($"{option.Name} needs --scenario.");
        }

        if (scenario is not (null or Month) && IsGiven(_report))
        {
            given.AddError($"{_report.Name} can't be combined with --scenario {scenario}.");
        }

        if (scenario is not null && IsGiven(_senders))
        {
            given.AddError("--senders and --scenario can't be combined.");
        }

        bool IsGiven(Option option) => given.GetResult(option) is { Implicit: false };
    }

    private static List<Sender> Read(string[] texts)
    {
        var (read, problems) = (new List<Sender>(), new List<string>());
        foreach (var text in texts)
        {
            try
            {
                read.Add(Sender.Parse(text));
            }
            catch (FormatException exception)
            {
                problems.Add($"--senders {exception.Message}");
            }
        }

        var repeated = read.CountBy(sender => sender.ConfigurationSet).Where(set => set.Value > 1);
        problems.AddRange(repeated.Select(set => $"--senders: {set.Key} is given {set.Value} times."));
        return problems.Count > 0 ? throw new UsageException(problems) : read;
    }
}
