using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Feedback.Local.Services;

namespace Feedback.Tests.Aws;

/// <summary>The SDK's clients, pointed at the services of this machine. Without retries, unless a test is about them.</summary>
internal static class LocalClients
{
    private const string Region = "eu-west-1";

    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    internal static AmazonSimpleEmailServiceV2Client SesClient(this LocalAws aws, int retries = 0, TimeSpan? timeout = null) => new(
        Credentials,
        new AmazonSimpleEmailServiceV2Config
        {
            ServiceURL = aws.Endpoint.ToString(),
            AuthenticationRegion = Region,
            MaxErrorRetry = retries,
            Timeout = timeout ?? TimeSpan.FromSeconds(10),
        });

    internal static AmazonSimpleNotificationServiceClient SnsClient(this LocalAws aws) => new(
        Credentials,
        new AmazonSimpleNotificationServiceConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0 });

    internal static AmazonCloudWatchClient CloudWatchClient(this LocalAws aws) => new(
        Credentials,
        new AmazonCloudWatchConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0 });

    internal static AmazonS3Client S3Client(this LocalAws aws) => new(
        Credentials,
        new AmazonS3Config { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0 });

    internal static AmazonSQSClient SqsClient(this LocalAws aws) => new(
        Credentials,
        new AmazonSQSConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0 });

    internal static AmazonEventBridgeClient EventBridgeClient(this LocalAws aws) => new(
        Credentials,
        new AmazonEventBridgeConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0 });
}
