using System.Globalization;

namespace Feedback.Cli.Simulation.Month;

/// <summary>Creates the month's senders: three bad ones, a tester, and healthy ones of all sizes.</summary>
internal static class SetProfiles
{
    private const double LeastPerDay = 5;
    private const double MostPerDay = 900;

    public static IReadOnlyList<SetProfile> Of(MonthOptions options)
    {
        var random = new Random(options.Seed);
        return
        [
            new SetProfile("bought-list", SetKind.BoughtList, 300, InMailings: false, 0.007, 0.0001, options),
            new SetProfile("broken-form", SetKind.BrokenForm, 240, InMailings: false, 0.006, 0.0001, options),
            new SetProfile("slow-drift", SetKind.SlowDrift, 800, InMailings: false, 0.006, 0.0001, options),
            new SetProfile("tester", SetKind.Tester, 0.8, InMailings: false, 0.08, 0.04, options),
            .. Enumerable.Range(1, options.Sets - 4).Select(number => Healthy(number, random, options)),
        ];
    }

    private static SetProfile Healthy(int number, Random random, MonthOptions options) => new(
        string.Create(CultureInfo.InvariantCulture, $"healthy-{number:000}"),
        SetKind.Healthy,
        LeastPerDay * Math.Pow(MostPerDay / LeastPerDay, random.NextDouble()),
        InMailings: random.Next(4) == 0,
        Between(random, 0.003, 0.012),
        Between(random, 0.00005, 0.00015),
        options);

    private static double Between(Random random, double least, double most) => least + (random.NextDouble() * (most - least));
}
