using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Cli.Dashboards;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.Account;
using Feedback.Local.Templates;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>An account whose deliveries are late or missing.</summary>
internal sealed class LateDeliveriesScenario(AccountScenario scenario) : IScenario
{
    public string Name => scenario.Name;

    public async Task<int> RunAsync(ScenarioRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var recording = request.DashboardFile is null ? null : await DashboardRecording.StartAsync();
        await using var account = new AccountRun(scenario, request.Policy, request.Seed, recording);
        var result = await terminal.WorkAsync(scenario.Name, progress => account.RunAsync(progress, cancellationToken));
        terminal.Document(() => AccountDocument.Of(result), CliJson.Readable.AccountDocument);
        new AccountPages(terminal).Show(result);
        terminal.Problems(AccountPages.Problems(result));
        if (recording is not null)
        {
            var template = Template.Load();
            var dashboard = DashboardDocument.Of(DashboardBody.Of(template), new AlarmStates(template), recording, AccountScenario.Start, result.End);
            await WholeFile.WriteAsync(request.DashboardFile!, JsonSerializer.Serialize(dashboard, CliJson.Lines.DashboardDocument));
        }

        return result.IsAsItMustBe ? ExitCode.Good : ExitCode.NotGood;
    }
}
