using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Feedback.Acting;
using Feedback.Alarms;
using Feedback.Alerts;
using Feedback.Aws.CloudWatch;
using Feedback.Aws.DynamoDb;
using Feedback.Aws.Ses;
using Feedback.Aws.Sns;
using Feedback.Aws.Sqs;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Operating;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reputation;
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
        .AddSingleton<IOutcomeReader, OutcomeStore>()
        .AddSingleton<ILedgerWriter, OutcomeStore>()
        .AddSingleton<ISuppressionStore, SuppressionStore>()
        .AddSingleton<ICounterStore, CounterStore>()
        .AddSingleton<IStateStore, StateStore>()
        .AddSingleton<StateTransitions>()
        .AddSingleton<IPolicyStore, PolicyStore>()
        .AddSingleton<IDeliveryQueue, SqsDeliveryQueue>()
        .AddSingleton<IAlertTarget, SnsAlertTarget>()
        .AddSingleton<IReputationMetrics, CloudWatchReputationMetrics>()
        .AddSingleton<SesRateLimiter>()
        .AddSingleton<ISendingApi, SesSendingApi>()
        .AddSingleton(s => s.GetRequiredService<Settings>().Deployment)
        .AddSingleton<IIdentityDirectory, SesIdentityDirectory>()
        .AddSingleton(s => new ConfigurationSetResolver(s.GetRequiredService<IIdentityDirectory>(), s.GetRequiredService<Deployment>().AccountId))
        .AddSingleton<OutcomeRecorder>()
        .AddSingleton(s => new SoftBounceSuppressor(
            s.GetRequiredService<IOutcomeReader>(),
            s.GetRequiredService<ISuppressionStore>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<SoftBounceSuppressor>>(),
            s.GetRequiredService<Settings>().SoftBounceLimit))
        .AddSingleton<AlertSampler>()
        .AddSingleton<AlertDispatcher>()
        .AddSingleton<StalePauseCheck>()
        .AddSingleton(s => new PauseController(
            s.GetRequiredService<ISendingApi>(),
            s.GetRequiredService<IStateStore>(),
            s.GetRequiredService<StateTransitions>(),
            s.GetRequiredService<StalePauseCheck>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Settings>().RemindEvery,
            s.GetRequiredService<ILogger<PauseController>>()))
        .AddSingleton<Reconciler>()
        .AddSingleton<DeliveryLagReader>()
        .AddSingleton<Evaluator>()
        .AddSingleton<OperatorCommands>()
        .AddSingleton<PolicyCommands>()
        .AddSingleton(s => new SendingDriftDetector(
            s.GetRequiredService<ISendingApi>(),
            s.GetRequiredService<IStateStore>(),
            s.GetRequiredService<StateTransitions>(),
            s.GetRequiredService<Reconciler>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Settings>().RemindEvery,
            s.GetRequiredService<ILogger<SendingDriftDetector>>()))
        .AddSingleton<Sweep>()
        .AddSingleton<SesAlarmHandler>()
        .AddSingleton<FeedbackBatch>();

    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
}
