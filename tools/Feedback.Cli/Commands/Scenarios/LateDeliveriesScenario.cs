using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.Account;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>An account whose deliveries are late or missing.</summary>
internal sealed class LateDeliveriesScenario(AccountScenario scenario) : IScenario
{
    public string Name => scenario.Name;

    public async Task<int> RunAsync(ScenarioRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var account = new AccountRun(scenario, request.Policy, request.Seed);
        var result = await terminal.WorkAsync(scenario.Name, progress => account.RunAsync(progress, cancellationToken));
        terminal.Document(() => AccountDocument.Of(result), CliJson.Readable.AccountDocument);
        new AccountPages(terminal).Show(result);
        terminal.Problems(AccountPages.Problems(result));
        return result.IsAsItMustBe ? ExitCode.Good : ExitCode.NotGood;
    }
}
