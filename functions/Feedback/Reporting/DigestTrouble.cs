using Feedback.Reputation;

namespace Feedback.Reporting;

/// <summary>How many sets are in which kind of trouble; each is counted once, by the worst.</summary>
/// <param name="Paused">Paused by Feedback, SES or an operator.</param>
/// <param name="Critical">Critical now or by the rates of the day, and sending.</param>
/// <param name="Warning">The same for warning.</param>
/// <param name="Held">Looking critical, with a pause that waits.</param>
internal readonly record struct DigestTrouble(int Paused, int Critical, int Warning, int Held)
{
    internal bool IsNone => this == default;

    internal static DigestTrouble Of(IReadOnlyCollection<DigestEntity> entities)
    {
        var sending = entities.Where(entity => !entity.IsStopped).ToList();
        return new DigestTrouble(
            entities.Count - sending.Count,
            sending.Count(entity => entity.Worst == Level.Critical),
            sending.Count(entity => entity is { Worst: Level.Warning, State.Held: false }),
            sending.Count(entity => entity.State.Held && entity.Worst != Level.Critical));
    }
}
