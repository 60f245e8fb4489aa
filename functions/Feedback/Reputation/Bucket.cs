namespace Feedback.Reputation;

/// <summary>Fifteen minutes of send time (mail.timestamp, UTC), the unit of every counter and window.</summary>
internal readonly record struct Bucket
{
    internal static readonly TimeSpan Width = TimeSpan.FromMinutes(15);

    private Bucket(DateTimeOffset start) => Start = start;

    internal DateTimeOffset Start { get; }

    internal DateTimeOffset End => Start + Width;

    internal static Bucket Of(DateTimeOffset time) =>
        new(new DateTimeOffset(time.UtcTicks - (time.UtcTicks % Width.Ticks), TimeSpan.Zero));
}
