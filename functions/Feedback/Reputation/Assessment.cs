namespace Feedback.Reputation;

/// <summary>The level that an entity's rates amount to.</summary>
/// <param name="Breached">The highest level that a rate reaches right now.</param>
/// <param name="Level">The level to be at: <paramref name="Breached"/>, or the former level while a rate still keeps it.</param>
/// <param name="Worst">The rate that explains the level: the one furthest above, or nearest to, its critical threshold.</param>
/// <param name="Tallies">The counts behind the rates, one for each window.</param>
internal sealed record Assessment(Level Breached, Level Level, Rate Worst, IReadOnlyList<WindowTally> Tallies)
{
    /// <summary>The counts of the longest window, which status and metrics show.</summary>
    internal Tally Longest => Tallies.MaxBy(tally => tally.Window.Length).Tally;

    /// <summary>Assesses every signal in every window; the worst rate decides.</summary>
    internal static Assessment Of(Policy policy, IReadOnlyList<WindowTally> tallies, Level former)
    {
        var rates = Rates(tallies).ToList();
        var breached = rates.Max(rate => BreachedBy(rate, policy));
        var held = rates.Max(rate => HeldBy(rate, policy, former));
        var worst = rates.MaxBy(rate => (BreachedBy(rate, policy), HeldBy(rate, policy, former), rate.Value / policy.Of(rate.Signal).Critical));
        return new Assessment(breached, held > breached ? held : breached, worst, tallies);
    }

    internal static IEnumerable<Rate> Rates(IReadOnlyList<WindowTally> tallies) =>
        tallies.SelectMany(tally => Signal.All.Select(signal => Rate.Of(signal, tally.Window, tally.Tally)));

    private static Level BreachedBy(Rate rate, Policy policy) => Highest(level => rate.Breaches(policy.Of(rate.Signal), level));

    private static Level HeldBy(Rate rate, Policy policy, Level former) =>
        Highest(level => level <= former && rate.Holds(policy.Of(rate.Signal), level));

    private static Level Highest(Func<Level, bool> reached) =>
        reached(Level.Critical) ? Level.Critical : reached(Level.Warning) ? Level.Warning : Level.Normal;
}
