namespace Feedback.Reputation;

/// <summary>The counters of the reputation table.</summary>
internal interface ICounterStore
{
    /// <summary>Reads consistently an entity's counters of the buckets that begin at or after <paramref name="from"/>.</summary>
    Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>
    /// Returns whether the entity's mail sent since the hour of <paramref name="from"/> went to at least two recipient domains. False means
    /// one domain, or several that can't be told apart.
    /// </summary>
    Task<bool> MailsSeveralDomainsAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken);
}
