using Feedback.Cli.Composition;
using Feedback.Cli.Policies;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy show SET</c></summary>
internal sealed class PolicyShowCommand : EntityCommand
{
    public PolicyShowCommand()
        : base("show", "Shows the policy in effect for a set, and which parts are its own.") => Define();

    protected override async Task<int> RunAsync(DeploymentContext context, ReputationEntity entity, CancellationToken cancellationToken)
    {
        await PolicyPage.ShowAsync(context.Services, entity, context.Terminal, cancellationToken);
        return ExitCode.Good;
    }
}
