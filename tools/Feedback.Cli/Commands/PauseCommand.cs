using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback pause SET --reason TEXT</c></summary>
internal sealed class PauseCommand() : SendingCommand("pause", "Disables a set in SES at once, and tells on-call who did it and why.")
{
    protected override string? NothingToDo(EntityState state, bool sends) => null;

    protected override Task<EntityState> ActAsync(
        OperatorCommands commands, ReputationEntity entity, string by, string reason, CancellationToken cancellationToken) =>
        commands.PauseAsync(entity, by, reason, cancellationToken);

    protected override string Done(EntityState state) => $"{state.Entity.Name} is paused: SES rejects its mail until an operator runs `feedback resume`.";
}
