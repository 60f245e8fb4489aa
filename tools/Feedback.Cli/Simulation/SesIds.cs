using System.Globalization;

namespace Feedback.Cli.Simulation;

/// <summary>Generates message and feedback ids in SES's format: the time in milliseconds, a random part, a counter.</summary>
internal static class SesIds
{
    public static string Next(Random random, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"0102{at.ToUnixTimeMilliseconds():x12}-{new Guid(bytes)}-000000");
    }
}
