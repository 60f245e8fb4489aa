using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Tests.Aws;

/// <summary>Settings as the template's defaults have them.</summary>
internal static class TestSettings
{
    internal static Settings Default { get; } = new()
    {
        OutcomesTable = "outcomes",
        ReputationTable = "reputation",
        SuppressionTable = "suppression",
        AlarmTopicArn = "arn:aws:sns:eu-west-1:123456789012:alarms",
        DeliveryQueueUrl = string.Empty,
        Deployment = new Feedback.Configuration.Deployment("123456789012", "eu-west-1"),
        Policy = Policy.Default,
        SoftBounceLimit = 5,
        OutcomeRetention = TimeSpan.FromDays(35),
        SesInterval = TimeSpan.FromSeconds(1),
        RemindEvery = TimeSpan.FromHours(24),
        MetricsNamespace = "Feedback",
        SetMetrics = SetMetrics.Troubled,
    };
}
