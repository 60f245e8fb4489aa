using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Feedback.Acting;
using Feedback.Alerts;
using Feedback.Announcing;
using Feedback.Aws.CloudWatch;
using Feedback.Aws.DynamoDb;
using Feedback.Aws.EventBridge;
using Feedback.Aws.S3;
using Feedback.Aws.Ses;
using Feedback.Aws.Sns;
using Feedback.Aws.Sqs;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Inbound;
using Feedback.Operating;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reporting;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Aws;

/// <summary>Registers the SDK's clients, and the adapters that implement the domain's interfaces over them.</summary>
internal static class AwsServices
{
    /// <summary>A hanging service must leave an invocation time to answer SQS, so one attempt takes at most this long.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    /// <summary>None: a repeated call needs a turn of its own, which <see cref="SesRateLimiter.CallAsync"/> takes.</summary>
    private const int SesRetries = 0;

    /// <summary>Endpoints, Region and credentials come from the environment, as the SDK reads them.</summary>
    internal static IServiceCollection AddAwsClients(this IServiceCollection services) => services
        .AddSingleton<IAmazonDynamoDB>(_ => DynamoDb())
        .AddSingleton<IAmazonSimpleEmailServiceV2>(_ => new AmazonSimpleEmailServiceV2Client(
            new AmazonSimpleEmailServiceV2Config { Timeout = AttemptTimeout, MaxErrorRetry = SesRetries }))
        .AddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient(
            new AmazonSimpleNotificationServiceConfig { Timeout = AttemptTimeout, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonCloudWatch>(_ => new AmazonCloudWatchClient(new AmazonCloudWatchConfig { Timeout = AttemptTimeout, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonEventBridge>(_ => new AmazonEventBridgeClient(new AmazonEventBridgeConfig { Timeout = AttemptTimeout, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient(new AmazonSQSConfig { Timeout = AttemptTimeout, MaxErrorRetry = 3 }))
        .AddSingleton<IAmazonS3>(_ => new AmazonS3Client(new AmazonS3Config { Timeout = AttemptTimeout, MaxErrorRetry = 3 }));

    /// <summary>Makes AWS's time the time of this process, for a machine whose clock can't be trusted. Call it after the clients are added.</summary>
    internal static IServiceCollection AddServiceClock(this IServiceCollection services) => services
        .AddSingleton(new ServiceClock(TimeProvider.System))
        .AddSingleton<TimeProvider>(s => s.GetRequiredService<ServiceClock>())
        .AddSingleton<IAmazonDynamoDB>(s =>
        {
            var client = DynamoDb();
            s.GetRequiredService<ServiceClock>().Follow(client);
            return client;
        });

    private static AmazonDynamoDBClient DynamoDb() => new(new AmazonDynamoDBConfig { Timeout = AttemptTimeout, MaxErrorRetry = 4 });

    internal static IServiceCollection AddAwsAdapters(this IServiceCollection services) => services
        .AddSingleton<TableLayout>()
        .AddSingleton<CounterShards>()
        .AddSingleton<CounterMerger>()
        .AddSingleton<IOutcomeReader, OutcomeStore>()
        .AddSingleton<IEventIndex, OutcomeStore>()
        .AddSingleton<ILedgerWriter, OutcomeStore>()
        .AddSingleton<IMailStore, S3MailStore>()
        .AddSingleton<ISuppressionStore, SuppressionStore>()
        .AddSingleton<ISuppressionTable, SuppressionTable>()
        .AddSingleton<ISoftSuppressionLog, SoftSuppressionLog>()
        .AddSingleton<ISuppressionCounts, SuppressionCounts>()
        .AddSingleton<ICounterStore, CounterStore>()
        .AddSingleton<StateStore>()
        .AddSingleton<IStateStore>(s => s.GetRequiredService<StateStore>())
        .AddSingleton<IStateRotation, StateRotation>()
        .AddSingleton<IWorkList, WorkStore>()
        .AddSingleton<PolicyStore>()
        .AddSingleton<IPolicyStore>(s => s.GetRequiredService<PolicyStore>())
        .AddSingleton<IPolicyEditor>(s => s.GetRequiredService<PolicyStore>())
        .AddSingleton<IDeliveryQueue, SqsDeliveryQueue>()
        .AddSingleton<IDeliveryProgressStore, DeliveryProgressStore>()
        .AddSingleton<IBothFormatsLog, BothFormatsLog>()
        .AddSingleton<INoticeBus, EventBridgeNoticeBus>()
        .AddSingleton<IDigestLog, DigestLog>()
        .AddSingleton<IDigestMailer, SesDigestMailer>()
        .AddSingleton<AlertTopics>()
        .AddSingleton<IAlertTarget, MailTarget>()
        .AddSingleton<IAlertTarget, ChatTarget>()
        .AddSingleton<IAlertTarget, PagerTarget>()
        .AddSingleton<IReputationMetrics, CloudWatchReputationMetrics>()
        .AddSingleton<SesRateLimiter>()
        .AddSingleton(_ => new MemberSesClients((credentials, region) => new AmazonSimpleEmailServiceV2Client(
            credentials,
            new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region, Timeout = AttemptTimeout, MaxErrorRetry = SesRetries })))
        .AddSingleton(_ => new Lazy<IAmazonSecurityTokenService>(() => new AmazonSecurityTokenServiceClient(
            new AmazonSecurityTokenServiceConfig { Timeout = AttemptTimeout, MaxErrorRetry = 2 })))
        .AddSingleton<SesClients>()
        .AddSingleton<ISendingApi, SesSendingApi>()
        .AddSingleton<ISesSuppressionList, SesSuppressionList>()
        .AddSingleton<IEventDestinations, SesEventDestinations>()
        .AddSingleton<IdentityCache>()
        .AddSingleton<IIdentityDirectory, SesIdentityDirectory>();
}
