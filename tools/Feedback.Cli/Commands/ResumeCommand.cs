using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback resume SET --reason TEXT</c></summary>
internal sealed class ResumeCommand() : OperatorCommand("resume", "Lets a paused set send again. Mail from before no longer counts against it.")
{
    // It would forget the bounces of a set that sends, and leave nothing else changed.
    protected override string? NothingToDo(SubjectState state, bool sends) => sends && state.Sending == SendingStatus.Enabled
        ? $"{state.Subject.Name} is not paused, here or in SES. Nothing was done."
        : null;

    protected override Task<SubjectState> ActAsync(OperatorActions actions, Subject subject, string by, string reason, CancellationToken cancellation) =>
        actions.ResumeAsync(subject, by, reason, cancellation);

    protected override string Done(SubjectState state) => $"{state.Subject.Name} sends again.";
}
