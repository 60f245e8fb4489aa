using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Local.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Running;

/// <summary>The whole system on this machine, and the domain services in this process to read its state.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    private const string ScheduledEvent =
        """{"version":"0","id":"44f76f87-452e-4242-bf9d-2a1043934506","detail-type":"Scheduled Event","source":"aws.events","detail":{}}""";

    private readonly ServiceProvider _services;
    private readonly string _deliveryQueue;

    private LocalRun(LocalDeployment deployment, string deliveryQueue, ServiceProvider services, FunctionLog log)
    {
        _deliveryQueue = deliveryQueue;
        Deployment = deployment;
        _services = services;
        Log = log;
    }

    public LocalDeployment Deployment { get; }

    public FunctionLog Log { get; }

    public Settings Settings => _services.GetRequiredService<Settings>();

    /// <param name="databaseFile">The file to keep the tables in; null keeps them in memory.</param>
    /// <param name="optional">The functions to run that a deployment has by a parameter only.</param>
    public static async Task<LocalRun> StartAsync(string? databaseFile = null, params IEnumerable<string> optional)
    {
        var template = Template.Load();
        var log = new FunctionLog();
        var deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = template,
            ArtifactFolder = Path.Combine(RepositoryRoot.Find(), "artifacts", "function"),
            Functions = [.. template.Functions, .. optional],
            DatabaseFile = databaseFile,
            Environment = new Dictionary<string, string> { ["FEEDBACK_SES_CALLS_PER_SECOND"] = "50" }, // the local SES has no limit
            Written = log.Write,
        });

        try
        {
            return await WatchAsync(template, deployment, log);
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Invokes a function with one batch of a queue or one other event. Messages that it leaves in its queue count as failed.</summary>
    public async Task<BatchReport> InvokeAsync(string function, string payload, int messages)
    {
        var invocation = await Deployment.InvokeAsync(function, payload);
        if (invocation.Error is { } error)
        {
            return new BatchReport(messages, 0, 0, messages, $"{error.ErrorType}: {error.ErrorMessage}");
        }

        if (!FeedbackFunctions.ReadsAQueue(function))
        {
            return new BatchReport(messages, messages, 0, 0);
        }

        var (recorded, ignored) = await Log.NextBatchAsync(function);
        return new BatchReport(messages, recorded, ignored, Failures(invocation));
    }

    /// <summary>Sets the number of queued deliveries that SQS reports when a pause is considered.</summary>
    public void SetDeliveriesWaiting(int messages) => Deployment.Aws.SetQueueDepth(_deliveryQueue, messages);

    public Task<BatchReport> SweepAsync() => InvokeAsync(FeedbackFunctions.Reputation, ScheduledEvent, 1);

    public string Batch(string function, IEnumerable<string> bodies) => new SqsBatches(FeedbackFunctions.Queue(function), Deployment.Settings).Event(bodies);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Deployment.DisposeAsync();
    }

    private static async Task<LocalRun> WatchAsync(Template template, LocalDeployment deployment, FunctionLog log)
    {
        // The SDK in this process finds the deployment by the same variables as the functions.
        foreach (var (name, value) in LocalEnvironment.Of(template, deployment.Settings, deployment.EndpointVariables))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var queues = template.Queues(deployment.Settings);
        var run = new LocalRun(deployment, queues[FeedbackFunctions.Queue(FeedbackFunctions.Delivery)], OperatorServices.Build(), log);

        // A database file may know sets that this new SES doesn't have.
        foreach (var state in await run.Get<IStateStore>().AllAsync(CancellationToken.None))
        {
            if (state.Entity.ConfigurationSetName is { } set)
            {
                deployment.Aws.Ses.AddConfigurationSet(set, sendingEnabled: state.Sending != SendingStatus.Paused);
            }
        }

        return run;
    }

    private static int Failures(Invocation invocation)
    {
        using var response = JsonDocument.Parse(invocation.ResponseJson ?? "{}");
        return response.RootElement.TryGetProperty("batchItemFailures", out var failures) ? failures.GetArrayLength() : 0;
    }
}
