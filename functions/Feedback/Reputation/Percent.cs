using System.Globalization;

namespace Feedback.Reputation;

/// <summary>Formats fractions as percentages.</summary>
internal static class Percent
{
    /// <summary>
    /// Returns the percentage with two decimals from 1 % on and four below, so that 0.0004 reads "0.04%". It is truncated, never rounded
    /// up, so that no rate seems to reach a threshold that it doesn't reach.
    /// </summary>
    internal static string Of(decimal fraction)
    {
        var digits = fraction >= 0.01m ? 100m : 10_000m;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(fraction * 100 * digits) / digits:0.####}%");
    }
}
