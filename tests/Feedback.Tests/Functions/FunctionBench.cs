using System.Text;
using System.Text.Json;
using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.S3;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Feedback.Aws;
using Feedback.Functions.Composition;
using Feedback.Functions.Logging;
using Feedback.Local.Services;
using Feedback.Tests.Aws;
using Feedback.Tests.Aws.DynamoDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Tests.Functions;

/// <summary>The functions composed as in Lambda, over tables of their own and the local services.</summary>
internal sealed class FunctionBench : IAsyncDisposable
{
    private readonly MemoryStream _log = new();
    private readonly StoreBench _stores;
    private readonly LocalAws _aws;
    private readonly ServiceProvider _services;

    private FunctionBench(StoreBench stores, LocalAws aws)
    {
        (_stores, _aws) = (stores, aws);
        aws.AddTopic("alarms");
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(stores.Settings)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new JsonLineLoggerProvider(_log, LogLevel.Trace, TimeProvider.System)))
            .AddFeedback()
            .AddAwsAdapters()
            .AddFunctions()
            .AddSingleton<IAmazonDynamoDB>(stores.Dynamo)
            .AddSingleton<IAmazonSimpleEmailServiceV2>(_ => aws.SesClient())
            .AddSingleton<IAmazonSimpleNotificationService>(_ => aws.SnsClient())
            .AddSingleton<IAmazonCloudWatch>(_ => aws.CloudWatchClient())
            .AddSingleton<IAmazonSQS>(_ => aws.SqsClient())
            .AddSingleton<IAmazonEventBridge>(_ => aws.EventBridgeClient())
            .AddSingleton<IAmazonS3>(_ => aws.S3Client())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    internal StoreBench Stores => _stores;

    internal LocalAws Aws => _aws;

    /// <summary>Returns every string in the log, unescaped. A line that is not a JSON object fails the test.</summary>
    internal IReadOnlyList<string> Logged => Encoding.UTF8.GetString(_log.ToArray())
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(Strings)
        .ToList();

    internal static async Task<FunctionBench> CreateAsync(DatabaseFixture database) =>
        new(await StoreBench.CreateAsync(database, "functions"), await LocalAws.StartAsync());

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _aws.DisposeAsync();
        _stores.Dispose();
        await _log.DisposeAsync();
    }

    private static List<string> Strings(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.EnumerateObject()
            .Where(value => value.Value.ValueKind == JsonValueKind.String)
            .Select(value => value.Value.GetString()!).ToList();
    }
}
