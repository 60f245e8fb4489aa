using System.CommandLine;
using System.Diagnostics;
using Feedback.Cli.Composition;
using Feedback.Cli.Demo;
using Feedback.Cli.Output;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback demo</c></summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<int> _seed = CommonOptions.Seed();
    private readonly Option<int> _messages = CommonOptions.Number(
        "--messages",
        DemoSenders.LeastMessages,
        Sender.MostMessages,
        otherwise: DemoSenders.LeastMessages,
        $"Messages of each of the two senders, {DemoSenders.LeastMessages} at least.");

    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Also show rates, suppressed addresses, calls to SES, every mail and each check.",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public DemoCommand()
        : base("demo", "Runs the whole system on this machine, shows how it pauses a bad sender, and checks the outcome.")
    {
        Add(_seed);
        Add(_messages);
        Add(_verbose);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(parsed.GetValue(_json));
        var (seed, messages, verbose) = (parsed.GetValue(_seed), parsed.GetValue(_messages), parsed.GetValue(_verbose));
        var clock = Stopwatch.StartNew();
        terminal.Title($"Feedback on this machine: seed {seed}, two senders of {Figures.Count(messages)} messages each");
        terminal.Line();
        await using var run = await LocalRun.StartAsync();
        var functions = Figures.Count(run.Deployment.Functions.Count, "function");
        terminal.Line($"  {"start",-24} the database in memory, {functions} as processes ({Figures.Seconds(clock.Elapsed)})");

        var demo = await new DemoRun(run, terminal, seed, messages, cancellationToken).RunAsync();
        var checks = DemoChecks.Of(demo);
        if (verbose)
        {
            new DetailPages(terminal).Show(demo);
        }

        var pages = new DemoPages(terminal);
        pages.Show(demo);
        pages.Show(checks, each: verbose, clock.Elapsed);
        terminal.Document(() => DemoDocument.Of(demo, checks, seed, clock.Elapsed), CliJson.Readable.DemoDocument);
        if (checks.All(check => check.Holds))
        {
            return ExitCode.Good;
        }

        terminal.Problems(checks.Where(check => !check.Holds).Select(check => $"Check failed: {check.Problem}"));
        return ExitCode.NotGood;
    }
}
