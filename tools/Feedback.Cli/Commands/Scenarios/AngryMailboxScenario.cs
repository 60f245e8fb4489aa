using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.AngryMailbox;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>Healthy sets that one mailbox or one domain makes look critical, and bad ones beside them.</summary>
internal sealed class AngryMailboxScenario : IScenario
{
    public string Name => "angry-mailbox";

    public SetRange Sets => new(AngryOptions.LeastSets, 1_000, Otherwise: 100);

    public async Task<int> RunAsync(ScenarioRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var run = new AngryRun(new AngryOptions(request.Sets, request.Seed, request.Policy));
        var result = await terminal.WorkAsync(Name, progress => run.RunAsync(progress, cancellationToken));
        terminal.Document(() => AngryDocument.Of(result), CliJson.Readable.AngryDocument);
        new AngryPages(terminal).Show(result);
        terminal.Problems(AngryPages.Problems(result));
        return result.IsAsItMustBe ? ExitCode.Good : ExitCode.NotGood;
    }
}
