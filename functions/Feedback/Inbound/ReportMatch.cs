using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>What a report has to do with our mail.</summary>
internal abstract record ReportMatch
{
    private ReportMatch()
    {
    }

    /// <summary>It is about our mail, and tells something that is not recorded yet.</summary>
    internal sealed record Ours(FeedbackEvent Feedback) : ReportMatch;

    /// <summary>It is about our mail, and all of it is recorded: SES was first, or it is a repeat.</summary>
    internal sealed record Known : ReportMatch;

    /// <summary>No mail of ours that is recorded went to these recipients.</summary>
    /// <param name="NamesAMail">Whether it names a mail of SES at all, which may yet turn out to be ours.</param>
    internal sealed record Unknown(bool NamesAMail) : ReportMatch;
}
