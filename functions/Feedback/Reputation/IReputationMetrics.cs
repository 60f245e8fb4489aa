using Feedback.Outcomes;

namespace Feedback.Reputation;

/// <summary>Feedback's own metrics in CloudWatch.</summary>
internal interface IReputationMetrics
{
    /// <summary>
    /// Publishes BounceRate and ComplaintRate (fractions, as SES's own metrics are) and Attempts (a count) for each subject.
    /// </summary>
    Task PublishAsync(IReadOnlyList<(Subject Subject, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellation);
}
