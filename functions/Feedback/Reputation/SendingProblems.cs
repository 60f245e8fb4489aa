using Feedback.Notifications;

namespace Feedback.Reputation;

/// <summary>
/// Counts of what went wrong before or during sending. They are no feedback of recipients: no rate contains them, and no decision depends
/// on them.
/// </summary>
/// <param name="Rejects">Mail in which SES found a virus.</param>
/// <param name="RenderingFailures">Mail that SES could not make from its template.</param>
/// <param name="Delays">Mail that SES could not deliver at once. Its delivery or bounce is counted as well when it comes.</param>
internal readonly record struct SendingProblems(long Rejects, long RenderingFailures, long Delays)
{
    internal static SendingProblems Of(Evidence evidence) => new(
        Rejects: evidence.HasFlag(Evidence.Rejected) ? 1 : 0,
        RenderingFailures: evidence.HasFlag(Evidence.RenderingFailed) ? 1 : 0,
        Delays: evidence.HasFlag(Evidence.Delayed) ? 1 : 0);

    public static SendingProblems operator +(SendingProblems a, SendingProblems b) =>
        new(a.Rejects + b.Rejects, a.RenderingFailures + b.RenderingFailures, a.Delays + b.Delays);

    public static SendingProblems operator -(SendingProblems a) => new(-a.Rejects, -a.RenderingFailures, -a.Delays);
}
