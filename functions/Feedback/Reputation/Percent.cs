using System.Globalization;

namespace Feedback.Reputation;

/// <summary>Fractions as people read them.</summary>
internal static class Percent
{
    /// <summary>
    /// Two digits after the point from 1 % on, four below, so that 0.0004 reads "0.04%"; cut off and never rounded up, so that no rate
    /// seems to reach a threshold it does not reach.
    /// </summary>
    internal static string Of(decimal fraction)
    {
        var digits = fraction >= 0.01m ? 100m : 10_000m;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(fraction * 100 * digits) / digits:0.####}%");
    }
}
