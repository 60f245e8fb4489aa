using System.Globalization;

namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>Creates the senders: two bad ones of each kind, and healthy ones of all kinds and sizes.</summary>
internal static class AngrySenders
{
    private const double LeastPerDay = 30;
    private const double MostPerDay = 900;
    private static readonly double[] BadPerDay = [120, 600];

    private static readonly AngryKind[] Bad = [.. Enum.GetValues<AngryKind>().Where(kind => kind >= AngryKind.ManyComplain)];
    private static readonly AngryKind[] Healthy = [.. Enum.GetValues<AngryKind>().Except(Bad)];

    public static IReadOnlyList<AngrySender> Of(AngryOptions options)
    {
        var random = new Random(options.Seed);
        var bad = Bad.SelectMany(kind => BadPerDay.Select((perDay, i) => new AngrySender(Name("bad", kind, i + 1), kind, perDay, 0.006, 0.0001))).ToList();
        return
        [
            .. bad,
            .. Enumerable.Range(0, options.Sets - bad.Count).Select(i => OfHealthy(Healthy[i % Healthy.Length], (i / Healthy.Length) + 1, random)),
        ];
    }

    private static AngrySender OfHealthy(AngryKind kind, int number, Random random) => new(
        Name("healthy", kind, number),
        kind,
        LeastPerDay * Math.Pow(MostPerDay / LeastPerDay, random.NextDouble()),
        Between(random, 0.003, 0.012),
        Between(random, 0.00005, 0.00015));

    private static string Name(string health, AngryKind kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{health}-{kind}-{number:000}");

    private static double Between(Random random, double least, double most) => least + (random.NextDouble() * (most - least));
}
