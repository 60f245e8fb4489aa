using Feedback.Alerts;
using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>Reads <see cref="Settings"/> from the environment variables that <c>template.yaml</c> declares.</summary>
internal static class SettingsReader
{
    /// <param name="variable">The value of a variable; null or empty where it is not set.</param>
    /// <exception cref="SettingsException">Something is missing or out of bounds.</exception>
    internal static Settings Read(Func<string, string?> variable)
    {
        var from = new VariableReader(variable);
        var settings = new Settings
        {
            OutcomesTable = from.Required("FEEDBACK_OUTCOMES_TABLE"),
            ReputationTable = from.Required("FEEDBACK_REPUTATION_TABLE"),
            SuppressionTable = from.Required("FEEDBACK_SUPPRESSION_TABLE"),
            AlarmTopicArn = from.Required("FEEDBACK_ALARM_TOPIC_ARN"),
            DeliveryQueueUrl = from.Optional("FEEDBACK_DELIVERY_QUEUE_URL", string.Empty),
            Deployment = new Deployment(
                from.Optional("FEEDBACK_ACCOUNT_ID", string.Empty),
                from.Optional("AWS_REGION", from.Optional("AWS_DEFAULT_REGION", "unknown"))),
            Policy = ReadPolicy(from),
            SoftBounceLimit = (int)from.Whole("FEEDBACK_SOFT_BOUNCE_LIMIT", 5, least: 0, most: 100),
            OutcomeRetention = TimeSpan.FromDays(from.Whole("FEEDBACK_OUTCOME_RETENTION_DAYS", 35, least: 29, most: 400)),
            RemindEvery = TimeSpan.FromHours(from.Whole("FEEDBACK_REMINDER_HOURS", 24, least: 0, most: 720)),
            MetricsNamespace = from.Optional("FEEDBACK_METRICS_NAMESPACE", "Feedback"),
        };
        from.ThrowIfAnyProblem();
        return settings;
    }

    private static Policy ReadPolicy(VariableReader from) => new(
        from.OneOf("FEEDBACK_MODE", Mode.Enforce),
        from.Windows("FEEDBACK_WINDOWS", Policy.Default.Windows),
        ReadThresholds(from, "BOUNCE", "FEEDBACK_MINIMUM_BOUNCES", Thresholds.DefaultBounce),
        ReadThresholds(from, "COMPLAINT", "FEEDBACK_MINIMUM_COMPLAINTS", Thresholds.DefaultComplaint),
        from.Whole("FEEDBACK_REPRESENTATIVE_VOLUME", Policy.Default.RepresentativeVolume, least: 1, most: 100_000_000),
        AlarmTopicArn: null);

    private static Thresholds ReadThresholds(VariableReader from, string signal, string minimum, Thresholds defaults)
    {
        var warning = from.Percent($"FEEDBACK_{signal}_WARNING_PERCENT", defaults.Warning);
        var critical = from.Percent($"FEEDBACK_{signal}_CRITICAL_PERCENT", defaults.Critical);
        if (critical <= warning)
        {
            from.Problem($"FEEDBACK_{signal}_CRITICAL_PERCENT must be above FEEDBACK_{signal}_WARNING_PERCENT.");
        }

        return new Thresholds(warning, critical, from.Whole(minimum, defaults.MinimumEvents, least: 1, most: 1_000_000));
    }
}
