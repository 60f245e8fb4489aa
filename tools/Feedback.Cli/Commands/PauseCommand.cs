using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback pause SET --reason TEXT</c></summary>
internal sealed class PauseCommand : SendingCommand
{
    private readonly Option<bool> _yes = new("--yes") { Description = "Don't ask before pausing the whole account." };

    public PauseCommand()
        : base("pause", "Disables a set in SES at once, and tells on-call who did it and why.") => Add(_yes);

    protected override bool Consents(DeploymentContext context, ReputationEntity entity)
    {
        if (entity != ReputationEntity.Account || context.Parsed.GetValue(_yes))
        {
            return true;
        }

        var deployment = context.Get<Deployment>();
        return context.Terminal.Confirm($"This stops all mail of account {deployment.AccountId} in {deployment.Region}.")
            ?? throw new UsageException("`pause account` stops all mail of the account. Give --yes if that is what you want.");
    }

    protected override string? NothingToDo(EntityState state, bool sends) => null;

    protected override Task<EntityState> ActAsync(
        OperatorCommands commands, ReputationEntity entity, string by, string reason, CancellationToken cancellationToken) =>
        commands.PauseAsync(entity, by, reason, cancellationToken);

    protected override string Done(EntityState state) => $"{state.Entity.Name} is paused: SES rejects its mail until an operator runs `feedback resume`.";
}
