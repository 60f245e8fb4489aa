using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>Everything that <c>template.yaml</c> configures, read once and valid as a whole.</summary>
internal sealed record Settings
{
    public required string OutcomesTable { get; init; }

    public required string ReputationTable { get; init; }

    public required string SuppressionTable { get; init; }

    public required string AlarmTopicArn { get; init; }

    /// <summary>Empty: no backlog is asked for before a pause.</summary>
    public required string DeliveryQueueUrl { get; init; }

    public required Deployment Deployment { get; init; }

    /// <summary>What holds for an entity without a policy of its own.</summary>
    public required Policy Policy { get; init; }

    /// <summary>Soft bounces in a row that suppress an address; default 5, 0 to 100, 0 switches the rule off.</summary>
    public required int SoftBounceLimit { get; init; }

    /// <summary>
    /// How long an outcome is remembered, counted from its last change; default 35 days, 29 to 400: SQS may redeliver for 14 days and a
    /// dead-letter queue for 14 more, and what is forgotten would count again.
    /// </summary>
    public required TimeSpan OutcomeRetention { get; init; }

    /// <summary>How often on-call is reminded of a paused set; default 24 hours, 0 to 720, 0 never.</summary>
    public required TimeSpan RemindEvery { get; init; }

    /// <summary>
    /// The time between two calls of one SES operation, over all processes: one over the rate SES takes; default 1 a second, 1 to 50.
    /// </summary>
    public required TimeSpan SesInterval { get; init; }

    public required string MetricsNamespace { get; init; }

    /// <summary>Which configuration sets have metrics of their own; default <see cref="Reputation.SetMetrics.Troubled"/>.</summary>
    public required SetMetrics SetMetrics { get; init; }

    /// <summary>
    /// As long as any window may be, and a day for the bucket it begins in: a set's own policy may have a longer window than the
    /// deployment's, and may get it today for mail of last month. Longer than that counters serve nobody.
    /// </summary>
    internal static TimeSpan CounterRetention => Window.Longest + TimeSpan.FromDays(1);
}
