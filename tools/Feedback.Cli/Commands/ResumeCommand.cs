using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback resume SET --reason TEXT</c></summary>
internal sealed class ResumeCommand() : OperatorCommand("resume", "Lets a paused set send again. Mail from before no longer counts against it.")
{
    // It would forget the bounces of a set that sends, and leave nothing else changed.
    protected override string? NothingToDo(EntityState state, bool sends) => sends && state.Sending == SendingStatus.Enabled
        ? $"{state.Entity.Name} is not paused, here or in SES. Nothing was done."
        : null;

    protected override Task<EntityState> ActAsync(OperatorCommands commands, ReputationEntity entity, string by, string reason, CancellationToken cancellationToken) =>
        commands.ResumeAsync(entity, by, reason, cancellationToken);

    protected override string Done(EntityState state) => $"{state.Entity.Name} sends again.";
}
