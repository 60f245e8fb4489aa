using System.CommandLine;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary>A command on one configuration set, on the account or on unattributed mail: <c>feedback NAME SET</c>.</summary>
internal abstract class EntityCommand(string name, string description) : DeploymentCommand(name, description)
{
    private readonly Argument<string> _set = CommonOptions.Set();

    /// <summary>Adds SET, the command's own options, and those that all commands on a deployment have.</summary>
    protected void Define(params IEnumerable<Option> own) => base.Define([_set, .. own]);

    protected abstract Task<int> RunAsync(DeploymentContext context, ReputationEntity entity, CancellationToken cancellationToken);

    protected sealed override Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken) =>
        RunAsync(context, EntityNames.Read(context.Value(_set), context.Get<Deployment>()), cancellationToken);
}
