namespace Feedback.Cli.Simulation.Account;

/// <summary>The result for one set.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="IsBad">Whether it was made to go bad.</param>
/// <param name="Crossing">When it was critical for the first time, by what happened; null for never.</param>
/// <param name="PausedAt">When SES was called; null for never.</param>
/// <param name="Held">How often on-call was told of a hold.</param>
/// <param name="Warnings">How often on-call was warned.</param>
internal sealed record AccountSet(string Name, bool IsBad, Crossing? Crossing, DateTimeOffset? PausedAt, int Held, int Warnings)
{
    public TimeSpan? Delay => PausedAt - Crossing?.At;
}
