namespace Feedback.Suppression;

/// <summary>Rounds ends to the seconds in which the table keeps them, so that a program in any language can compare them.</summary>
internal static class WholeSeconds
{
    /// <summary>Returns the first whole second that isn't before <paramref name="time"/>.</summary>
    internal static DateTimeOffset After(DateTimeOffset time)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
        return second < time ? second.AddSeconds(1) : second;
    }
}
