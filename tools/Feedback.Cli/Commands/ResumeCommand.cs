using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback resume SET --reason TEXT</c></summary>
internal sealed class ResumeCommand() : SendingCommand("resume", "Enables a paused set again. Mail sent before no longer counts.")
{
    // Resuming a set that sends would only discard its bounces, unless it ends a finding of SES whose alarm will never be over.
    protected override string? NothingToDo(EntityState state, bool sends) => sends && state is { Sending: SendingStatus.Enabled, Finding: null }
        ? $"{state.Entity.Name} is not paused, neither by Feedback nor in SES. Nothing was changed."
        : null;

    protected override Task<EntityState> ActAsync(
        OperatorCommands commands, ReputationEntity entity, string by, string reason, CancellationToken cancellationToken) =>
        commands.ResumeAsync(entity, by, reason, cancellationToken);

    protected override string Done(EntityState state) => $"{state.Entity.Name} sends again.";
}
