namespace Feedback.Reputation;

/// <summary>Feedback's own metrics in CloudWatch.</summary>
internal interface IReputationMetrics
{
    /// <summary>
    /// Publishes BounceRate and ComplaintRate (fractions, as SES's own metrics are) and Attempts (a count) for each entity.
    /// </summary>
    Task PublishAsync(IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Publishes SweepLag and EvaluationLag, in seconds.</summary>
    Task PublishLagAsync(SweepLag lag, DateTimeOffset at, CancellationToken cancellationToken);
}
