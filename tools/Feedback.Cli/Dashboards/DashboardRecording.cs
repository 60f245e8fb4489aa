using Amazon.CloudWatch;
using Amazon.Runtime;
using Feedback.Aws.CloudWatch;
using Feedback.Cli.Output;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Cli.Dashboards;

/// <summary>
/// What CloudWatch would have of a run in this process: the metrics that Feedback publishes, through its own adapter to the endpoint of this
/// machine; those of AWS as far as the run knows them; and the log.
/// </summary>
internal sealed class DashboardRecording : IAsyncDisposable
{
    private readonly LocalAws _aws;
    private readonly AmazonCloudWatchClient _cloudWatch;
    private readonly List<MetricPut> _ofAws = [];

    private DashboardRecording(LocalAws aws)
    {
        _aws = aws;
        _cloudWatch = new AmazonCloudWatchClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonCloudWatchConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });
    }

    public IReadOnlyList<MetricPut> Metrics => [.. _aws.Metrics, .. _ofAws];

    public LogEntries Log { get; } = new();

    public static async Task<DashboardRecording> StartAsync() => new(await LocalAws.StartAsync());

    /// <summary>Makes services that are being composed publish to this recording. Errors still go to standard error.</summary>
    public IServiceCollection AddTo(IServiceCollection services) => services
        .AddSingleton<IAmazonCloudWatch>(_cloudWatch)
        .AddSingleton<IReputationMetrics, CloudWatchReputationMetrics>()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter<StandardErrorLoggerProvider>(level => level >= LogLevel.Error))
        .AddSingleton<ILoggerProvider>(s => new LogRecorder(Log, s.GetRequiredService<TimeProvider>()));

    /// <summary>Adds a metric that AWS publishes of a resource.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="name">The name of the metric.</param>
    /// <param name="dimension">The dimension that names the resource.</param>
    /// <param name="resource">The resource, by its logical id in the template.</param>
    /// <param name="value">The value.</param>
    /// <param name="at">When it was measured.</param>
    public void Put(string space, string name, string dimension, string resource, double value, DateTimeOffset at) =>
        _ofAws.Add(new MetricPut(space, name, new Dictionary<string, string> { [dimension] = resource }, value, Count: 1, Unit: null, at));

    public async ValueTask DisposeAsync()
    {
        _cloudWatch.Dispose();
        await _aws.DisposeAsync();
    }
}
