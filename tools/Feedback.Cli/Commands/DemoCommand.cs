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
        "--messages", DemoSenders.LeastMessages, Sender.MostMessages, otherwise: DemoSenders.LeastMessages, $"Messages of each of the two senders, {DemoSenders.LeastMessages} at least.");

    private readonly Option<bool> _json = CommonOptions.Json();

    public DemoCommand()
        : base("demo", "Runs the whole system on this machine, shows what it does, and checks that it did what it must.")
    {
        Add(_seed);
        Add(_messages);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(parsed.GetValue(_json));
        var chosen = parsed.GetValue(_seed);
        var clock = Stopwatch.StartNew();
        terminal.Title($"Feedback on this machine: seed {chosen}, two senders of {Figures.Count(parsed.GetValue(_messages))} messages each");
        terminal.Line();
        await using var run = await LocalRun.StartAsync();
        terminal.Line($"  {"start",-36} the database in memory, {Figures.Count(run.Deployment.Functions.Count, "function")} as processes ({Figures.Seconds(clock.Elapsed)})");

        var demo = await new DemoRun(run, terminal, chosen, parsed.GetValue(_messages), cancellationToken).RunAsync();
        var checks = DemoChecks.Of(demo);
        var pages = new DemoPages(terminal);
        pages.Show(demo);
        pages.Show(checks, clock.Elapsed);
        terminal.Document(() => DemoDocument.Of(demo, checks, chosen, clock.Elapsed), CliJson.Readable.DemoDocument);
        if (checks.All(check => check.Holds))
            return ExitCode.Good;

        terminal.Problems(checks.Where(check => !check.Holds).Select(check => $"Not as it must be: {check.Name}: {check.Problem}"));
        return ExitCode.NotGood;
    }
}
