using Feedback.Notifications;

namespace Feedback.Cli.Backtest;

/// <summary>The position of an archived event in the temporary file, and the time at which it happened.</summary>
internal readonly record struct ArchivedEvent(DateTimeOffset OccurredAt, FeedbackKind Kind, long Offset, int Length)
{
    /// <summary>The end of the minute in which it happened, when it is given to the functions.</summary>
    public DateTimeOffset Minute
    {
        get
        {
            var into = OccurredAt.UtcTicks % TimeSpan.TicksPerMinute;
            return new DateTimeOffset(OccurredAt.UtcTicks - into, TimeSpan.Zero) + TimeSpan.FromMinutes(1);
        }
    }
}
