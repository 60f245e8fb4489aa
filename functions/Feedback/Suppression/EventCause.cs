namespace Feedback.Suppression;

/// <summary>The events behind a reason that SES reported.</summary>
internal sealed record EventCause : SuppressionCause
{
    internal EventCause(DateTimeOffset firstAt, long count, SuppressionEvent last, DateTimeOffset? until)
    {
        (FirstAt, Count, Last) = (firstAt, count, last);
        Until = until is { } end ? WholeSeconds.After(end) : null;
    }

    public DateTimeOffset FirstAt { get; }

    /// <summary>How many messages gave this reason. A repeated event of a message isn't counted again.</summary>
    public long Count { get; }

    public SuppressionEvent Last { get; }

    public override DateTimeOffset Since => FirstAt;

    public override DateTimeOffset? Until { get; }

    /// <summary>Joins what two lists know of the same events: the earlier beginning, the later event and the later end.</summary>
    internal EventCause Joined(EventCause other)
    {
        var last = SuppressionEvent.Later(Last, other.Last);
        return new EventCause(
            FirstAt < other.FirstAt ? FirstAt : other.FirstAt,
            Math.Max(Count, other.Count),
            last,
            Until is null || other.Until is null ? null : Until > other.Until ? Until : other.Until);
    }

    /// <summary>Adds an event. The order in which events come makes no difference.</summary>
    internal EventCause And(SuppressionEvent seen, bool isNewMessage, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset?> ends)
    {
        var first = seen.OccurredAt < FirstAt ? seen.OccurredAt : FirstAt;
        var last = SuppressionEvent.Later(Last, seen);
        return new EventCause(first, Count + (isNewMessage ? 1 : 0), last, ends(first, last.OccurredAt));
    }
}
