using System.Globalization;

namespace Feedback.Reputation;

/// <summary>How far back, by send time, a rate looks: a whole number of 15-minute buckets, at most 90 days.</summary>
internal readonly record struct Window
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private Window(TimeSpan length) => Length = length;

    internal TimeSpan Length { get; }

    /// <summary>Reads <c>15m</c>, <c>1h</c>, <c>24h</c>, <c>7d</c>. Returns false for other forms and for lengths that are not whole buckets.</summary>
    internal static bool TryParse(string text, out Window window)
    {
        window = default;
        if (text.Length < 2
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > 100_000)
        {
            return false;
        }

        var length = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => TimeSpan.Zero,
        };
        window = new Window(length);
        return length > TimeSpan.Zero && length <= Longest && length.Ticks % Bucket.Width.Ticks == 0;
    }

    internal static Window Parse(string text) =>
        TryParse(text, out var window) ? window : throw new FormatException($"'{text}' is not a window: write 15m, 1h, 24h or 7d.");

    public override string ToString() => Length switch
    {
        { TotalHours: var hours } when hours >= 48 && hours % 24 == 0 => string.Create(CultureInfo.InvariantCulture, $"{hours / 24:0}d"),
        { TotalMinutes: var minutes } when minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:0}h"),
        { TotalMinutes: var minutes } => string.Create(CultureInfo.InvariantCulture, $"{minutes:0}m"),
    };
}
