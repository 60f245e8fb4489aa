using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Policies;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy clear SET</c></summary>
internal sealed class PolicyClearCommand : EntityCommand
{
    private readonly Option<string> _by = CommonOptions.By();

    public PolicyClearCommand()
        : base("clear", "Removes a set's own policy. The deployment's policy applies again within a minute.") => Define(_by);

    protected override async Task<int> RunAsync(DeploymentContext context, ReputationEntity entity, CancellationToken cancellationToken)
    {
        await context.Get<PolicyCommands>().ReplaceAsync(entity, new Dictionary<string, string>(), context.Value(_by), cancellationToken);
        await PolicyPage.ShowAsync(context.Services, entity, context.Terminal, cancellationToken);
        return ExitCode.Good;
    }
}
