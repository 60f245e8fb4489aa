using Feedback.Reputation;

namespace Feedback.Reporting;

/// <summary>The sets that a digest does not name.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="InTrouble">How many of them are paused, on hold, or at warning or worse.</param>
/// <param name="Day">Their counts of the day together.</param>
internal readonly record struct DigestRest(int Count, int InTrouble, Tally Day)
{
    internal static DigestRest Of(IReadOnlyCollection<DigestEntity> entities) => new(
        entities.Count,
        entities.Count(entity => entity.IsTroubled),
        entities.Aggregate(Tally.Zero, (sum, entity) => sum + entity.Day));
}
