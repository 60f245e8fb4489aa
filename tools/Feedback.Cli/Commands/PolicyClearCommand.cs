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
        var before = await context.Get<IPolicyStore>().OverridesAsync(entity, cancellationToken);
        var none = new Dictionary<string, string>();
        if (!await context.Get<PolicyCommands>().TryReplaceAsync(entity, before, none, context.Value(_by), cancellationToken))
        {
            context.Terminal.Problems([PolicyPage.Changed(entity)]);
            return ExitCode.NotGood;
        }

        await PolicyPage.ShowAsync(context.Services, entity, context.Terminal, cancellationToken);
        return ExitCode.Good;
    }
}
