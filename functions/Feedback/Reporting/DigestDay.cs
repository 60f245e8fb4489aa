using System.Globalization;

namespace Feedback.Reporting;

/// <summary>The day that a digest is about, in UTC like every time that Feedback counts by and shows.</summary>
internal readonly record struct DigestDay(DateOnly Date)
{
    internal DateTimeOffset From => new(Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The first moment after the day.</summary>
    internal DateTimeOffset Until => From.AddDays(1);

    /// <summary>The last day that is over.</summary>
    internal static DigestDay Before(DateTimeOffset now) => new(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1));

    internal bool Contains(DateTimeOffset time) => time >= From && time < Until;

    /// <summary>Such as <c>2026-11-20</c>.</summary>
    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
