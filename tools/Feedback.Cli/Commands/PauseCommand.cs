using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback pause SET --reason TEXT</c></summary>
internal sealed class PauseCommand() : OperatorCommand("pause", "Stops a set in SES at once, and tells on-call who did it and why.")
{
    protected override string? NothingToDo(SubjectState state, bool sends) => null;

    protected override Task<SubjectState> ActAsync(OperatorActions actions, Subject subject, string by, string reason, CancellationToken cancellation) =>
        actions.PauseAsync(subject, by, reason, cancellation);

    protected override string Done(SubjectState state) => $"{state.Subject.Name} is paused: SES refuses its mail until somebody runs `feedback resume`.";
}
