using Feedback.Reputation;

namespace Feedback.Cli.Simulation.Month;

/// <summary>The options of a simulated month. The same options produce the same mail.</summary>
/// <param name="Sets">The number of sets. Three of them are bad and one is a tester.</param>
/// <param name="Days">The length of the month. Failures begin at a fixed fraction of it.</param>
/// <param name="Seed">The random seed.</param>
/// <param name="Policy">The policy of every set.</param>
internal sealed record MonthOptions(int Sets, int Days, int Seed, Policy Policy)
{
    public const int LeastSets = 5;
    public const int LeastDays = 3;

    /// <summary>A Monday.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End => Start.AddDays(Days);

    /// <summary>Returns the time at that fraction of the month, rounded to a full hour.</summary>
    public DateTimeOffset At(double share) => Start.AddHours(Math.Floor(Days * 24 * share));
}
