using Feedback.Reputation;

namespace Feedback.Cli.Simulation.Month;

/// <summary>What decides a simulated month: the same options make the same mail.</summary>
/// <param name="Sets">How many; three of them are bad and one is a tester.</param>
/// <param name="Days">How long. What goes wrong goes wrong at a fixed share of it.</param>
/// <param name="Seed">Decides all that is left to chance.</param>
/// <param name="Policy">How all of them are judged.</param>
internal sealed record MonthOptions(int Sets, int Days, int Seed, Policy Policy)
{
    public const int LeastSets = 5;
    public const int LeastDays = 3;

    /// <summary>A Monday.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End => Start.AddDays(Days);

    /// <summary>That share of the month, at a full hour.</summary>
    public DateTimeOffset At(double share) => Start.AddHours(Math.Floor(Days * 24 * share));
}
