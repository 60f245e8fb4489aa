using System.Net;
using Feedback.Local.Http;
using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Services.EventBridge;
using Feedback.Local.Services.S3;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;
using Feedback.Local.Services.Sqs;
using Feedback.Local.Services.Stack;
using Feedback.Local.Templates;

namespace Feedback.Local.Services;

/// <summary>
/// SES, SNS, CloudWatch, SQS, EventBridge and S3 on one port, with the operations that Feedback calls. Keeps state, records every call, and
/// injects faults.
/// As on AWS, configuration sets, topics and queues have to be created first.
/// </summary>
internal sealed class LocalAws : IAsyncDisposable
{
    private readonly CallLog _log = new();
    private readonly AwsPipeline _pipeline;
    private LoopbackServer? _server;

    private LocalAws(TimeProvider clock)
    {
        Faults = new Faults(clock);
        Ses = new SesState(clock);
        Sqs = new SqsState(clock);
        _pipeline = new AwsPipeline(
            [
                new SesService(Ses),
                new SnsService(Sns),
                new CloudWatchService(CloudWatch),
                new SqsService(Sqs),
                new EventBridgeService(EventBridge),
                new StackService(Stack),
                new S3Service(S3),
            ],
            Faults,
            _log,
            clock);
    }

    public Uri Endpoint => _server!.Endpoint;

    public Faults Faults { get; }

    public SesState Ses { get; }

    public SnsState Sns { get; } = new();

    public SqsState Sqs { get; }

    public CloudWatchState CloudWatch { get; } = new();

    public EventBridgeState EventBridge { get; } = new();

    public StackState Stack { get; } = new();

    public S3State S3 { get; } = new();

    /// <summary>All calls in order, including refused ones.</summary>
    public IReadOnlyList<AwsCall> Calls => _log.All();

    public IReadOnlyList<SesCall> SesCalls => [.. Calls.OfType<SesCall>()];

    /// <summary>The mails that were published.</summary>
    public IReadOnlyList<PublishedMail> Mails => [.. Calls.OfType<PublishedMail>().Where(mail => mail.Applied)];

    /// <summary>The metrics that were accepted.</summary>
    public IReadOnlyList<MetricPut> Metrics => [.. Calls.OfType<PutMetricDataCall>().Where(put => put.Applied).SelectMany(put => put.Metrics)];

    /// <summary>Runs before a call is applied; a test can kill the caller here.</summary>
    public Func<AwsCall, Task>? BeforeApply
    {
        set => _pipeline.BeforeApply = value;
    }

    /// <summary>Runs after a call was applied and before it is answered; a test can kill the caller here.</summary>
    public Func<AwsCall, Task>? AfterApply
    {
        set => _pipeline.AfterApply = value;
    }

    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="clock">The clock; by default the machine's.</param>
    /// <param name="address">The address to listen on; by default 127.0.0.1.</param>
    public static async Task<LocalAws> StartAsync(int port = 0, TimeProvider? clock = null, IPAddress? address = null)
    {
        var aws = new LocalAws(clock ?? TimeProvider.System);
        aws._server = await LoopbackServer.StartAsync(aws._pipeline.HandleAsync, port, address);
        return aws;
    }

    public void AddTopic(string name) => Sns.PutTopic(new Topic(name));

    /// <summary>Sets the number of messages that a queue reports as waiting, and creates the queue if necessary.</summary>
    public void SetQueueDepth(string name, int visible, int inFlight = 0, int delayed = 0) =>
        Sqs.PutQueue((Sqs.Queue(name) ?? new Queue(name)) with { Depth = new QueueDepth(visible, inFlight, delayed) });

    /// <summary>Creates the topics, queues, subscriptions and alarms of the template. Every configuration set publishes to its topics.</summary>
    public void AddResourcesOf(Template template, StackSettings? settings = null) =>
        new TemplateDeployment(template, settings ?? new StackSettings()).Deploy(this);

    public void ForgetCalls() => _log.Clear();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
