using Feedback.Reputation;

namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>The options of the scenario. The same options produce the same mail.</summary>
/// <param name="Sets">The number of sets: two of each bad kind, all others healthy.</param>
/// <param name="Seed">The random seed.</param>
/// <param name="Policy">The policy of every set.</param>
internal sealed record AngryOptions(int Sets, int Seed, Policy Policy)
{
    /// <summary>Two sets of each kind.</summary>
    public const int LeastSets = 20;

    public static DateTimeOffset Start { get; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Long enough for the complaints, of which one in two hundred comes three days after its mail or later.</summary>
    public static DateTimeOffset End { get; } = Start.AddDays(5);
}
