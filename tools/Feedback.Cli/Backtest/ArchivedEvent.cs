using Feedback.Notifications;

namespace Feedback.Cli.Backtest;

/// <summary>Where an event of the archive is kept, and when it happened.</summary>
internal readonly record struct ArchivedEvent(DateTimeOffset OccurredAt, FeedbackKind Kind, long Offset, int Length)
{
    /// <summary>The end of the minute it happened in: when it is given to the functions.</summary>
    public DateTimeOffset Minute
    {
        get
        {
            var into = OccurredAt.UtcTicks % TimeSpan.TicksPerMinute;
            return new DateTimeOffset(OccurredAt.UtcTicks - into, TimeSpan.Zero) + TimeSpan.FromMinutes(1);
        }
    }
}
