using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>The settings that <c>template.yaml</c> makes, read once and validated as a whole.</summary>
internal sealed record Settings
{
    public required string OutcomesTable { get; init; }

    public required string ReputationTable { get; init; }

    public required string SuppressionTable { get; init; }

    public required string AlarmTopicArn { get; init; }

    /// <summary>The topic of the chat; null for none.</summary>
    public string? ChatTopicArn { get; init; }

    /// <summary>The topic of the pager; null for none.</summary>
    public string? PagerTopicArn { get; init; }

    /// <summary>Empty: pauses never wait for deliveries that are still queued.</summary>
    public required string DeliveryQueueUrl { get; init; }

    /// <summary>Deliveries that failed for good are missing from the rates. Empty: they are not looked for.</summary>
    public string DeliveryDeadLetterQueueUrl { get; init; } = string.Empty;

    public required Deployment Deployment { get; init; }

    /// <summary>Other accounts whose mail is recorded. Empty: that of all accounts which may send from our identities.</summary>
    public IReadOnlySet<string> SendingAccountIds { get; init; } = new HashSet<string>();

    /// <summary>
    /// The role that each of <see cref="SendingAccountIds"/> has for this stack, which keeps their rates and pauses their sets with it. Empty:
    /// their mail only suppresses, because a stack of their own keeps the rates.
    /// </summary>
    public string MemberRoleName { get; init; } = string.Empty;

    /// <summary>What the trust policies of these roles ask for; empty for nothing.</summary>
    public string MemberExternalId { get; init; } = string.Empty;

    /// <summary>The policy of entities that have none of their own.</summary>
    public required Policy Policy { get; init; }

    /// <summary>How many soft bounces in a row suppress an address: 0 to 100, default 5; 0 switches the rule off.</summary>
    public required int SoftBounceLimit { get; init; }

    /// <summary>How long an address stays suppressed after its latest hard bounce: 1 to 3,650 days; null, the default, for good.</summary>
    public TimeSpan? HardBouncesSuppressFor { get; init; }

    /// <summary>
    /// How long an outcome is kept after its last change: 29 to 400 days, default 35. SQS may redeliver a message for 14 days, and from a
    /// dead-letter queue for 14 more; without the outcome, it would be counted again.
    /// </summary>
    public required TimeSpan OutcomeRetention { get; init; }

    /// <summary>The key of the recipient hashes in ledger and logs; null, the default, for hashes without a key. It never changes.</summary>
    public RecipientHashKey? RecipientHashKey { get; init; }

    /// <summary>How often on-call is reminded of a paused set: 0 to 720 hours, default 24; 0 is never.</summary>
    public required TimeSpan RemindEvery { get; init; }

    /// <summary>
    /// The time between two calls of one SES operation, across all processes: one second divided by the rate (1 to 50, default 1 a second).
    /// </summary>
    public required TimeSpan SesInterval { get; init; }

    public required string MetricsNamespace { get; init; }

    /// <summary>Which configuration sets have metrics of their own; default <see cref="Reputation.SetMetrics.Troubled"/>.</summary>
    public required SetMetrics SetMetrics { get; init; }

    /// <summary>The event bus that is told of suppressed and released addresses. Empty, the default: none.</summary>
    public string SuppressionEventBus { get; init; } = string.Empty;

    /// <summary>Whether those events name the address, beside its hash; default false.</summary>
    public bool SuppressionEventAddresses { get; init; }

    /// <summary>The daily digest; default none.</summary>
    public DigestSettings Digest { get; init; } = DigestSettings.Off;

    /// <summary>
    /// As long as the longest window, and a day for the bucket in which it begins. It does not depend on the deployment's windows, because a
    /// set's own policy may have longer ones, and may get them after the mail was sent.
    /// </summary>
    internal static TimeSpan CounterRetention => Window.Longest + TimeSpan.FromDays(1);
}
