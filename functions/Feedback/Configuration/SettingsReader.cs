using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>Reads <see cref="Settings"/> from the environment variables that <c>template.yaml</c> declares.</summary>
internal static class SettingsReader
{
    private const string Prefix = "FEEDBACK_";

    /// <param name="variable">Returns a variable's value; null or empty if it is not set.</param>
    /// <exception cref="SettingsException">A setting is missing or out of bounds: the message names every problem.</exception>
    internal static Settings Read(Func<string, string?> variable)
    {
        var from = new VariableReader(variable);
        var settings = new Settings
        {
            OutcomesTable = from.Required("FEEDBACK_OUTCOMES_TABLE"),
            ReputationTable = from.Required("FEEDBACK_REPUTATION_TABLE"),
            SuppressionTable = from.Required("FEEDBACK_SUPPRESSION_TABLE"),
            AlarmTopicArn = from.Required("FEEDBACK_ALARM_TOPIC_ARN"),
            ChatTopicArn = from.TopicArn("FEEDBACK_CHAT_TOPIC_ARN", otherwise: null),
            PagerTopicArn = from.TopicArn("FEEDBACK_PAGER_TOPIC_ARN", otherwise: null),
            DeliveryQueueUrl = from.Optional("FEEDBACK_DELIVERY_QUEUE_URL", string.Empty),
            DeliveryDeadLetterQueueUrl = from.Optional("FEEDBACK_DELIVERY_DEAD_LETTER_QUEUE_URL", string.Empty),
            Deployment = new Deployment(
                from.Optional("FEEDBACK_ACCOUNT_ID", string.Empty),
                from.Optional("AWS_REGION", from.Optional("AWS_DEFAULT_REGION", "unknown"))),
            SendingAccountIds = from.AccountIds("FEEDBACK_SENDING_ACCOUNT_IDS"),
            MemberRoleName = from.Optional("FEEDBACK_MEMBER_ROLE_NAME", string.Empty),
            MemberExternalId = from.Optional("FEEDBACK_MEMBER_EXTERNAL_ID", string.Empty),
            Policy = PolicyReader.Read(from, Prefix, Policy.Default) with { PauseAccount = from.Truth("FEEDBACK_PAUSE_ACCOUNT", otherwise: false) },
            SoftBounceLimit = (int)from.Whole("FEEDBACK_SOFT_BOUNCE_LIMIT", 5, least: 0, most: 100),
            HardBouncesSuppressFor = from.Whole("FEEDBACK_HARD_BOUNCE_DAYS", 0, least: 0, most: 3_650) is > 0 and var days ? TimeSpan.FromDays(days) : null,
            OutcomeRetention = TimeSpan.FromDays(from.Whole("FEEDBACK_OUTCOME_RETENTION_DAYS", 35, least: 29, most: 400)),
            RecipientHashKey = from.HashKey("FEEDBACK_RECIPIENT_HASH_KEY"),
            RemindEvery = TimeSpan.FromHours(from.Whole("FEEDBACK_REMINDER_HOURS", 24, least: 0, most: 720)),
            SesInterval = TimeSpan.FromSeconds(1) / from.Whole("FEEDBACK_SES_CALLS_PER_SECOND", 1, least: 1, most: 50),
            MetricsNamespace = from.Optional("FEEDBACK_METRICS_NAMESPACE", "Feedback"),
            SetMetrics = from.OneOf("FEEDBACK_SET_METRICS", SetMetrics.Troubled),
            SuppressionEventBus = from.Optional("FEEDBACK_SUPPRESSION_EVENT_BUS", string.Empty),
            SuppressionEventAddresses = from.Truth("FEEDBACK_SUPPRESSION_EVENT_ADDRESSES", otherwise: false),
            Digest = DigestSettings.Read(from),
        };
        from.ThrowIfAnyProblem();
        return settings;
    }
}
