using System.Globalization;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Report;

/// <summary>The time that a report covers, and the length of one point of its charts.</summary>
internal readonly record struct ReportPeriod(DateTimeOffset From, DateTimeOffset To)
{
    public const int DefaultDays = 7;
    public const int MostDays = 90;

    private const int MostPoints = 400;
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK"];

    private static readonly int[] StepMinutes = [15, 30, 60, 120, 180, 360];

    /// <summary>The shortest step, of whole counter buckets, with at most 400 points.</summary>
    public TimeSpan Step
    {
        get
        {
            var length = To - From;
            return StepMinutes.Select(minutes => TimeSpan.FromMinutes(minutes)).First(step => length / step <= MostPoints);
        }
    }

    /// <summary>The starts of the steps that the period touches.</summary>
    public IEnumerable<DateTimeOffset> Steps
    {
        get
        {
            var step = Step;
            for (var at = new DateTimeOffset(From.UtcTicks - (From.UtcTicks % step.Ticks), TimeSpan.Zero); at < To; at += step)
            {
                yield return at;
            }
        }
    }

    /// <summary>Reads the options. Without <paramref name="to"/> the period ends now, without <paramref name="from"/> it has that many days.</summary>
    /// <param name="from">The text of <c>--from</c>; null if it was not given.</param>
    /// <param name="to">The text of <c>--to</c>; null if it was not given.</param>
    /// <param name="days">The value of <c>--days</c>.</param>
    /// <param name="now">The last time there can be anything of.</param>
    /// <param name="late">What a start after that is called.</param>
    /// <exception cref="UsageException">A time can't be read, or the period is empty, too long or in the future.</exception>
    public static ReportPeriod Read(string? from, string? to, int days, DateTimeOffset now, string late = "in the future")
    {
        var end = to is null ? now : Time("--to", to);
        var start = from is null ? end.AddDays(-days) : Time("--from", from);
        if (start >= now)
        {
            throw new UsageException($"--from is {late}.");
        }

        end = end < now ? end : now;
        if (start >= end)
        {
            throw new UsageException("--from must be before --to.");
        }

        return end - start <= TimeSpan.FromDays(MostDays)
            ? new ReportPeriod(start, end)
            : throw new UsageException($"--from and --to are more than {MostDays} days apart. Feedback keeps counters for {MostDays} days.");
    }

    public bool Contains(DateTimeOffset time) => time >= From && time <= To;

    private static DateTimeOffset Time(string option, string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : throw new UsageException($"{option} is '{text}': write a date or a time in UTC, such as 2026-11-18 or 2026-11-18T09:30.");
}
