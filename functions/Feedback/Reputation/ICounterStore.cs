namespace Feedback.Reputation;

/// <summary>The counters of the reputation table.</summary>
internal interface ICounterStore
{
    /// <summary>Reads consistently an entity's counters of the buckets that begin at or after <paramref name="from"/>.</summary>
    Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken);
}
