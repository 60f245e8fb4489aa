using System.Collections.Concurrent;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// Chooses the shard that a transaction counts in. Without contention it is always the first, so a quiet entity has one item an hour. Each
/// conflict doubles the number of shards that this process draws from, and each minute without a conflict halves it.
/// </summary>
internal sealed class CounterShards(TimeProvider time)
{
    /// <summary>Enough for ten transactions at any moment to conflict in one try of seven. A merge of all of them fits into one transaction.</summary>
    internal const int Most = 64;

    internal static readonly TimeSpan HalvedAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ReputationEntity, (int Width, DateTimeOffset Since)> _widened = [];

    internal int Pick(ReputationEntity entity) => Width(entity) is var width && width > 1 ? Random.Shared.Next(width) : 0;

    /// <summary>Call this for an entity whose counters were in a conflict.</summary>
    internal void Widen(ReputationEntity entity) =>
        _widened[entity] = (Math.Min(Most, 2 * Width(entity)), time.GetUtcNow());

    private int Width(ReputationEntity entity)
    {
        if (!_widened.TryGetValue(entity, out var widened))
        {
            return 1;
        }

        var halvings = (time.GetUtcNow() - widened.Since) / HalvedAfter;
        var width = halvings >= 6 ? 1 : widened.Width >> Math.Max(0, (int)halvings);
        if (width > 1)
        {
            return width;
        }

        _widened.TryRemove(entity, out _);
        return 1;
    }
}
