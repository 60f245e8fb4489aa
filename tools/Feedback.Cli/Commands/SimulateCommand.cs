using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Commands.Scenarios;
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

    private static readonly IScenario[] Scenarios =
    [
        new MonthScenario(),
        new LateDeliveriesScenario(AccountScenario.Busy),
        new LateDeliveriesScenario(AccountScenario.Blind),
        new AngryMailboxScenario(),
        new ScaleScenario(),
    ];

    private readonly Option<string[]> _senders = new("--senders")
    {
        Description = "Senders as name:messages:bounce%:complaint%, for example newsletter:20000:0.6:0.01 (may be repeated).",
        DefaultValueFactory = _ => ["healthy-newsletter:20000:0.6:0.01", "bought-list:20000:6:0.2"],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "Checks who is paused and how soon. month: many sets for weeks. busy: 1,000 deliveries a second, 8,000 in flight. "
            + "blind: no deliveries for three hours, then all of them in the dead-letter queue. angry-mailbox: one mailbox complains or bounces "
            + "again and again. scale: thousands of busy sets in the embedded database. Replaces --senders; the parts of a policy are for all scenarios "
            + "but scale, --days and --report only for the month.",
    };

    private readonly Option<string?> _sets = new("--sets")
    {
        Description = "Number of sets: in the month 5 to 1000, by default 200; in angry-mailbox 20 to 1000, by default 100; in scale 50 to "
            + "100000, by default 20000.",
    };

    private readonly Option<int> _days = CommonOptions.Number("--days", MonthOptions.LeastDays, 60, otherwise: 30, "Number of days in the month, 3 to 60.");
    private readonly Option<int> _delay = CommonOptions.Number(
        "--delay", 0, 1_000, otherwise: 5, "Milliseconds that each database request of scale takes longer, 0 to 1000.");

    private readonly PolicyOptions _policyParts = PolicyOptions.WithoutTopic();
    private readonly Option<int> _seed = CommonOptions.Seed();
    private readonly Option<string?> _report = new("--report") { Description = "File to write the page of feedback report to." };
    private readonly Option<string?> _dashboard = new("--dashboard")
    {
        Description = "File to write the widgets of the CloudWatch dashboard to, as JSON, with what busy or blind published.",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public SimulateCommand()
        : base("simulate", "Lets senders of your choice send for an hour on this machine, and shows the outcome.")
    {
        _scenario.AcceptOnlyFromAmong([.. Scenarios.Select(scenario => scenario.Name)]);
        Validators.Add(Check);
        Add(_senders);
        Add(_scenario);
        Add(_sets);
        Add(_days);
        Add(_delay);
        _policyParts.AddTo(this);
        Add(_seed);
        Add(_report);
        Add(_dashboard);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(parsed.GetValue(_json));
        return Scenarios.SingleOrDefault(scenario => scenario.Name == parsed.GetValue(_scenario)) is { } scenario
            ? await scenario.RunAsync(Request(parsed, scenario), terminal, cancellationToken)
            : await OfSendersAsync(parsed, terminal, cancellationToken);
    }

    private ScenarioRequest Request(ParseResult parsed, IScenario scenario) => new(
        scenario.Sets?.Read(parsed.GetValue(_sets)) ?? 0,
        parsed.GetValue(_days),
        parsed.GetValue(_seed),
        _policyParts.Read(parsed),
        TimeSpan.FromMilliseconds(parsed.GetValue(_delay)),
        parsed.GetValue(_report),
        parsed.GetValue(_dashboard));

    private async Task<int> OfSendersAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var chosen = Read(parsed.GetRequiredValue(_senders));
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
            await WholeFile.WriteAsync(file, ReportPage.Of(data));
        }

        terminal.Document(() => SimulationDocument.Of(parsed.GetValue(_seed), mail, report, seen), CliJson.Readable.SimulationDocument);
        var pages = new SnapshotPages(terminal);
        pages.Rates(seen);
        pages.SendingChanges(seen);
        pages.Mails(seen);
        return report.Failed + sweep.Failed == 0 ? ExitCode.Good : ExitCode.NotGood;
    }

    /// <summary>Rejects options that would be ignored silently.</summary>
    private void Check(CommandResult given)
    {
        var scenario = Scenarios.SingleOrDefault(scenario => scenario.Name == given.GetValue(_scenario));
        Require(_sets, by => by.Sets is not null);
        Require(_days, by => by is MonthScenario);
        Require(_delay, by => by is ScaleScenario);
        Require(_dashboard, by => by is LateDeliveriesScenario);
        if (IsGiven(_sets) && scenario?.Sets is { } range && range.Read(given.GetValue(_sets)) is null)
        {
            given.AddError($"{_sets.Name} must be a number from {range.Least} to {range.Most}.");
        }

        foreach (var option in _policyParts.In(given).Where(_ => scenario is null or ScaleScenario))
        {
            given.AddError(scenario is null ? $"{option.Name} needs --scenario." : $"{option.Name} can't be combined with --scenario {scenario.Name}.");
        }

        if (scenario is not (null or MonthScenario) && IsGiven(_report))
        {
            given.AddError($"{_report.Name} can't be combined with --scenario {scenario.Name}.");
        }

        if (scenario is not null && IsGiven(_senders))
        {
            given.AddError("--senders and --scenario can't be combined.");
        }

        bool IsGiven(Option option) => given.GetResult(option) is { Implicit: false };

        void Require(Option option, Func<IScenario, bool> takesIt)
        {
            if (IsGiven(option) && (scenario is null || !takesIt(scenario)))
            {
                given.AddError($"{option.Name} needs --scenario {string.Join(" or ", Scenarios.Where(takesIt).Select(one => one.Name))}.");
            }
        }
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
