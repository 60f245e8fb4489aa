using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.Simulation.Month;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>Many sets for weeks.</summary>
internal sealed class MonthScenario : IScenario
{
    private const int MostCharts = 20;

    public string Name => "month";

    public SetRange Sets => new(MonthOptions.LeastSets, 1_000, Otherwise: 200);

    public async Task<int> RunAsync(ScenarioRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var month = new MonthRun(new MonthOptions(request.Sets, request.Days, request.Seed, request.Policy));
        var result = await terminal.WorkAsync("a month", progress => month.RunAsync(progress, cancellationToken));
        terminal.Document(() => MonthDocument.Of(result), CliJson.Readable.MonthDocument);
        new MonthPages(terminal).Show(result);
        if (request.ReportFile is { } file)
        {
            await WholeFile.WriteAsync(file, ReportPage.Of(await month.ReportAsync(MostCharts, cancellationToken)));
        }

        if (result.IsAsItMustBe)
        {
            return ExitCode.Good;
        }

        terminal.Problems(MonthPages.Problems(result));
        return ExitCode.NotGood;
    }
}
