using System.Globalization;

namespace Feedback.Cli.Simulation.Account;

/// <summary>An account with a pipeline of deliveries that takes time, or fails.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Length">The simulated time.</param>
/// <param name="Healthy">The number of healthy sets.</param>
/// <param name="PerMinute">The messages that each of them sends in a minute, on average; the sets have between a tenth and nearly twice of it.</param>
/// <param name="BadFrom">When each bad set begins to send to a bad list, after the start.</param>
/// <param name="BadPerMinute">The messages that a bad set sends in a minute.</param>
/// <param name="BatchTakes">How long a process of DeliveryFunction has a batch in hand.</param>
/// <param name="Outage">When DeliveryFunction fails at its start, and so all its batches; null for never.</param>
/// <param name="RedrivenAt">When an operator redrives the dead-letter queue.</param>
internal sealed record AccountScenario(
    string Name,
    TimeSpan Length,
    int Healthy,
    double PerMinute,
    IReadOnlyList<TimeSpan> BadFrom,
    double BadPerMinute,
    TimeSpan BatchTakes,
    (TimeSpan From, TimeSpan Until)? Outage = null,
    TimeSpan? RedrivenAt = null)
{
    /// <summary>
    /// 1,000 deliveries a second, of which 8,000 are in flight at any time: a process has each batch of 1,000 in hand for 8 seconds.
    /// </summary>
    public static AccountScenario Busy { get; } = new(
        "busy",
        TimeSpan.FromMinutes(12),
        Healthy: 200,
        PerMinute: 300,
        [.. Enumerable.Range(0, 5).Select(i => TimeSpan.FromMinutes(3 + i))],
        BadPerMinute: 240,
        TimeSpan.FromSeconds(8));

    /// <summary>
    /// DeliveryFunction is down for three hours. By then the messages of the first 40 minutes are in the dead-letter queue; they are redriven an
    /// hour later. Sets go bad before, during and after that.
    /// </summary>
    public static AccountScenario Blind { get; } = new(
        "blind",
        TimeSpan.FromHours(8),
        Healthy: 40,
        PerMinute: 20,
        [TimeSpan.FromMinutes(75), TimeSpan.FromHours(3), TimeSpan.FromHours(4.75), TimeSpan.FromHours(5.5), TimeSpan.FromHours(6.75)],
        BadPerMinute: 20,
        TimeSpan.FromSeconds(2),
        (TimeSpan.FromHours(2), TimeSpan.FromHours(5)),
        TimeSpan.FromHours(6));

    public static DateTimeOffset Start { get; } = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Creates the sets: the bad ones first.</summary>
    public IReadOnlyList<SteadySender> Senders(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. BadFrom.Select((from, i) => new SteadySender($"bad-{i + 1}", BadPerMinute, 0.006, 0.0001, Start + from)),
            .. Enumerable.Range(1, Healthy).Select(number => new SteadySender(
                string.Create(CultureInfo.InvariantCulture, $"healthy-{number:000}"),
                PerMinute * Between(random, 0.1, 1.9),
                Between(random, 0.003, 0.012),
                Between(random, 0.00005, 0.00015),
                BadFrom: null)),
        ];
    }

    private static double Between(Random random, double least, double most) => least + (random.NextDouble() * (most - least));
}
