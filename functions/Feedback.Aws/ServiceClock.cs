using System.Globalization;
using Amazon.Runtime;

namespace Feedback.Aws;

/// <summary>
/// The time as AWS tells it: this machine's clock, corrected by the <c>Date</c> header of DynamoDB's answers. For the command line, whose
/// machine may have any time, while a resume is written with the time from which mail counts again. Until the first answer it is the
/// machine's time; every decision reads the table first.
/// </summary>
internal sealed class ServiceClock(TimeProvider machine) : TimeProvider
{
    /// <summary>With more than this, neither the machine nor its user's idea of the time can be relied on.</summary>
    internal static readonly TimeSpan MaximumSkew = TimeSpan.FromMinutes(1);

    /// <summary>The header has whole seconds, and the answer takes a moment.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(2);

    /// <summary>The time by which AWS is ahead of the machine.</summary>
    private long _aheadTicks;

    /// <summary>The time by which AWS is ahead of the machine; zero until the first answer.</summary>
    internal TimeSpan Ahead => TimeSpan.FromTicks(Volatile.Read(ref _aheadTicks));

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <exception cref="ClockSkewException">The machine's clock differs by more than <see cref="MaximumSkew"/>.</exception>
    public override DateTimeOffset GetUtcNow()
    {
        var ahead = Ahead;
        return ahead.Duration() > MaximumSkew ? throw new ClockSkewException(ahead) : machine.GetUtcNow() + ahead;
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Reads the time from every answer that <paramref name="client"/> receives.</summary>
    internal void Follow(AmazonServiceClient client) => client.AfterResponseEvent += (_, answer) =>
    {
        if (answer is WebServiceResponseEventArgs { ResponseHeaders: { } headers } && Date(headers) is { } date)
        {
            var ahead = date - machine.GetUtcNow();
            Volatile.Write(ref _aheadTicks, ahead.Duration() > Precision ? ahead.Ticks : 0);
        }
    };

    private static DateTimeOffset? Date(IDictionary<string, string> headers)
    {
        var text = headers.FirstOrDefault(header => header.Key.Equals("Date", StringComparison.OrdinalIgnoreCase)).Value;
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }
}
