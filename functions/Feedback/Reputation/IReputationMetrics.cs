namespace Feedback.Reputation;

/// <summary>Feedback's own metrics in CloudWatch.</summary>
internal interface IReputationMetrics
{
    /// <summary>
    /// Publishes for each entity the rate of every signal (a fraction, as in SES's own metrics) and Attempts (a count).
    /// </summary>
    Task PublishAsync(IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Publishes SweepLag, EvaluationLag and, if it is known, WatermarkLag, in seconds.</summary>
    Task PublishLagAsync(SweepLag lag, DateTimeOffset at, CancellationToken cancellationToken);
}
