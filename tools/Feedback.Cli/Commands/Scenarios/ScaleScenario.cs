using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.Scale;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>Thousands of busy sets in the embedded database.</summary>
internal sealed class ScaleScenario : IScenario
{
    public string Name => "scale";

    public SetRange Sets => new(ScaleOptions.LeastSets, ScaleOptions.MostSets, Otherwise: 20_000);

    public async Task<int> RunAsync(ScenarioRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var run = await ScaleRun.StartAsync(new ScaleOptions(request.Sets, request.Delay, request.Seed));
        var result = await terminal.WorkAsync(Name, progress => run.RunAsync(progress, cancellationToken));
        terminal.Document(() => ScaleDocument.Of(result), CliJson.Readable.ScaleDocument);
        new ScalePages(terminal).Show(result);
        terminal.Problems(ScalePages.Problems(result));
        return result.IsAsItMustBe ? ExitCode.Good : ExitCode.NotGood;
    }
}
