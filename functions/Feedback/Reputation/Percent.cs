using System.Globalization;

namespace Feedback.Reputation;

/// <summary>Fractions as people read them.</summary>
internal static class Percent
{
    /// <summary>At most four digits after the point, so that 0.0004 reads "0.04 %"; never rounded up to a threshold it does not reach.</summary>
    internal static string Of(decimal fraction) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(fraction * 1_000_000m) / 10_000m:0.####}%");
}
