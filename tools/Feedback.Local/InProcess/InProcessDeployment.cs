using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Feedback.Aws;
using Feedback.Configuration;
using Feedback.Local.Database;
using Feedback.Local.Services;
using Feedback.Local.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Local.InProcess;

/// <summary>
/// The functions' services in this process, over the template's tables in an embedded database and a local SES, SNS, CloudWatch and SQS.
/// </summary>
internal sealed class InProcessDeployment : IAsyncDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    private readonly EmbeddedDatabase _database;
    private readonly ServiceProvider _services;

    private InProcessDeployment(EmbeddedDatabase database, LocalAws aws, Settings settings, DatabaseRequests requests, TimeProvider time)
    {
        (_database, Aws, Settings, Requests) = (database, aws, settings, requests);
        Database = database.CreateClient();
        _services = Compose(database.Endpoint, aws.Endpoint, settings, requests, time);
    }

    public LocalAws Aws { get; }

    public Settings Settings { get; }

    /// <summary>The requests of the services.</summary>
    public DatabaseRequests Requests { get; }

    /// <summary>A client for preparing the tables: its requests are neither delayed nor counted.</summary>
    public IAmazonDynamoDB Database { get; }

    /// <param name="requests">Takes the requests of the services.</param>
    /// <param name="clock">The clock of all services; by default the machine's.</param>
    public static async Task<InProcessDeployment> StartAsync(DatabaseRequests requests, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var aws = await LocalAws.StartAsync(clock: time);
        var (template, stack) = (Template.Load(), new StackSettings { QueueEndpoint = aws.Endpoint });
        var database = await EmbeddedDatabase.StartAsync();
        var settings = SettingsReader.Read(template.Function("ReputationFunction", stack).Environment.GetValueOrDefault);
        var deployment = new InProcessDeployment(database, aws, settings, requests, time);
        await template.CreateTablesAsync(deployment.Database, stack);
        await CaughtUpDeliveries.WriteAsync(deployment.Database, settings.ReputationTable);
        aws.AddResourcesOf(template, stack);
        return deployment;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // Callers before the services that they call.
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Requests.Dispose();
        Database.Dispose();
        await Aws.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Compose(Uri database, Uri aws, Settings settings, DatabaseRequests requests, TimeProvider time) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(time)
        .AddSingleton(settings)
        .AddFeedback()
        .AddAwsAdapters()
        .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(Credentials, To(new AmazonDynamoDBConfig { HttpClientFactory = requests }, database)))
        .AddSingleton<IAmazonSimpleEmailServiceV2>(
            new AmazonSimpleEmailServiceV2Client(Credentials, To(new AmazonSimpleEmailServiceV2Config(), aws, retries: 0)))
        .AddSingleton<IAmazonSimpleNotificationService>(
            new AmazonSimpleNotificationServiceClient(Credentials, To(new AmazonSimpleNotificationServiceConfig(), aws)))
        .AddSingleton<IAmazonCloudWatch>(new AmazonCloudWatchClient(Credentials, To(new AmazonCloudWatchConfig(), aws)))
        .AddSingleton<IAmazonSQS>(new AmazonSQSClient(Credentials, To(new AmazonSQSConfig(), aws)))
        .BuildServiceProvider();

    /// <param name="config">The configuration to complete.</param>
    /// <param name="endpoint">The service of this machine.</param>
    /// <param name="retries">As the functions configure it: none for SES, whose repeated calls take a turn each.</param>
    private static T To<T>(T config, Uri endpoint, int retries = 3)
        where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = (endpoint.ToString(), "eu-west-1", retries);
        return config;
    }
}
