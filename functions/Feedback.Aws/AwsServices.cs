using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Feedback.Alarms;
using Feedback.Alerts;
using Feedback.Aws.Alerts;
using Feedback.Aws.DynamoDb;
using Feedback.Aws.Metrics;
using Feedback.Aws.Sending;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Sending;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws;

/// <summary>What the functions and the command line are composed of. Both bring <see cref="Settings"/>, a clock and logging.</summary>
internal static class AwsServices
{
    /// <summary>
    /// The SDK's clients: endpoints, Region and credentials come from the environment, as in every SDK. One attempt may take ten seconds
    /// at most, so that a hanging service leaves time to answer SQS.
    /// </summary>
    internal static IServiceCollection AddAwsClients(this IServiceCollection services) => services
        .AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { Timeout = Attempt, MaxErrorRetry = 4 }))
        .AddSingleton<IAmazonSimpleEmailServiceV2>(_ => new AmazonSimpleEmailServiceV2Client(new AmazonSimpleEmailServiceV2Config { Timeout = Attempt, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient(new AmazonSimpleNotificationServiceConfig { Timeout = Attempt, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonCloudWatch>(_ => new AmazonCloudWatchClient(new AmazonCloudWatchConfig { Timeout = Attempt, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient(new AmazonSQSConfig { Timeout = Attempt, MaxErrorRetry = 3 }));

    internal static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<IOutcomeStore, OutcomeStore>()
        .AddSingleton<ISuppressionStore, SuppressionStore>()
        .AddSingleton<ICounterStore, CounterStore>()
        .AddSingleton<IStateStore, StateStore>()
        .AddSingleton<IPolicyStore, PolicyStore>()
        .AddSingleton<IDeliveryBacklog, SqsDeliveryBacklog>()
        .AddSingleton<IAlarmTopic, SnsAlarmTopic>()
        .AddSingleton<IReputationMetrics, CloudWatchReputationMetrics>()
        .AddSingleton<SesPace>()
        .AddSingleton<ISendingApi, SesSendingApi>()
        .AddSingleton(s => s.GetRequiredService<Settings>().Deployment)
        .AddSingleton<IIdentityDirectory, SesIdentityDirectory>()
        .AddSingleton(s => new Attributor(s.GetRequiredService<IIdentityDirectory>(), s.GetRequiredService<Deployment>().AccountId))
        .AddSingleton<OutcomeRecorder>()
        .AddSingleton(s => new SoftBounceReview(
            s.GetRequiredService<IOutcomeStore>(),
            s.GetRequiredService<ISuppressionStore>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<SoftBounceReview>>(),
            s.GetRequiredService<Settings>().SoftBounceLimit))
        .AddSingleton<AlertSampler>()
        .AddSingleton<AlertDispatcher>()
        .AddSingleton<PauseReview>()
        .AddSingleton(s => new PauseController(
            s.GetRequiredService<ISendingApi>(),
            s.GetRequiredService<IStateStore>(),
            s.GetRequiredService<PauseReview>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Settings>().RemindEvery,
            s.GetRequiredService<ILogger<PauseController>>()))
        .AddSingleton<Finisher>()
        .AddSingleton<DenominatorReader>()
        .AddSingleton<Evaluator>()
        .AddSingleton<OperatorActions>()
        .AddSingleton<IHistoryLog, HistoryLog>()
        .AddSingleton<PolicyActions>()
        .AddSingleton(s => new SendingWatch(
            s.GetRequiredService<ISendingApi>(),
            s.GetRequiredService<IStateStore>(),
            s.GetRequiredService<IPolicyStore>(),
            s.GetRequiredService<AlertDispatcher>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Settings>().RemindEvery,
            s.GetRequiredService<ILogger<SendingWatch>>()))
        .AddSingleton<Sweep>()
        .AddSingleton<SecondDetector>()
        .AddSingleton<FeedbackBatch>();

    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
}
