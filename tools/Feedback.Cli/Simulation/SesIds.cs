using System.Globalization;

namespace Feedback.Cli.Simulation;

/// <summary>Message and feedback ids as SES makes them: the time in milliseconds, something random, a counter.</summary>
internal static class SesIds
{
    public static string Next(Random random, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"0102{at.ToUnixTimeMilliseconds():x12}-{new Guid(bytes)}-000000");
    }
}
