using System.Collections.Concurrent;
using Feedback.EndToEnd.Tests.Events;
using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;
using Feedback.Local.Templates;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>A deployment of the built functions, with what tests do to it and look at.</summary>
internal sealed class FeedbackStack : IAsyncDisposable
{
    private const int LinesShown = 200;

    private readonly ITestOutputHelper? _output;
    private readonly ConcurrentQueue<string> _lines;

    private FeedbackStack(LocalDeployment deployment, Template template, ConcurrentQueue<string> lines, ITestOutputHelper? output)
    {
        Deployment = deployment;
        Tables = Tables.Of(deployment, template);
        _lines = lines;
        _output = output;
    }

    public LocalDeployment Deployment { get; }

    public LocalAws Aws => Deployment.Aws;

    public Tables Tables { get; }

    /// <summary>Everything the functions logged.</summary>
    public IReadOnlyCollection<string> Log => _lines;

    public static async Task<FeedbackStack> StartAsync(ITestOutputHelper? output, StackOptions options)
    {
        var template = Template.Load();
        var logged = new ConcurrentQueue<string>();
        var deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = template,
            ArtifactFolder = Artifact.Folder,
            Functions = options.Functions,
            Processes = options.Processes,
            Environment = options.Environment,
            Settings = new StackSettings { Parameters = options.Parameters },
            DatabaseFile = options.DatabaseFile,
            DeliveriesLag = options.DeliveriesLag,
            Written = (function, line) => logged.Enqueue($"{function} {line}"),
        });
        foreach (var set in options.Sets)
        {
            deployment.Aws.Ses.AddConfigurationSet(set);
        }

        return new FeedbackStack(deployment, template, logged, output);
    }

    public static Task<FeedbackStack> StartAsync(ITestOutputHelper? output, params string[] functions) =>
        StartAsync(output, new StackOptions(functions));

    /// <summary>One batch.</summary>
    /// <param name="remaining">How far away the invocation's deadline is; by default, the function's timeout.</param>
    /// <returns>The ids the function reports as failed.</returns>
    public async Task<IReadOnlyList<string>> BatchAsync(string function, IEnumerable<SqsMessage> messages, TimeSpan? remaining = null)
    {
        var invocation = await Deployment.InvokeAsync(function, Payload(function, messages), remaining);
        return BatchResponse.FailedIds(invocation);
    }

    /// <summary>As the poller would: in batches of the function's size, one after the other; none may fail.</summary>
    public async Task FeedAsync(string function, IEnumerable<string> bodies)
    {
        foreach (var batch in bodies.Chunk(FunctionId.BatchSize(function)))
        {
            (await BatchAsync(function, SqsBatches.Messages(batch))).ShouldBeEmpty();
        }
    }

    /// <summary>A mail through each process: the first takes long on a busy machine, and some tests have a deadline.</summary>
    public Task WarmUpAsync(string function) => Task.WhenAll(Deployment.Functions[function].Hosts.Select((_, at) =>
        FeedAsync(function, [new MailGenerator(seed: 1_000 + at).Mail("warm-up").Bounced("Transient", "General")])));

    public static string Payload(string function, IEnumerable<SqsMessage> messages) =>
        new SqsBatches(function.Replace("Function", "Queue", StringComparison.Ordinal)).Event(messages);

    /// <summary>What the schedule does every minute.</summary>
    public async Task SweepAsync(TimeSpan? remaining = null)
    {
        var invocation = await Deployment.InvokeAsync(FunctionId.Reputation, SamplePayloads.Text("reputation/schedule.json"), remaining);
        invocation.Error.ShouldBeNull();
    }

    /// <summary>A sweep a minute later: the lease of the set's last transition has expired.</summary>
    public async Task SweepAfterLeaseAsync(string set)
    {
        await Tables.ExpireLeaseAsync(set);
        await SweepAsync();
    }

    /// <summary>The calls that switched the set's sending, or tried to.</summary>
    public IReadOnlyList<SesCall> SendingChanges(string set) =>
        [.. Aws.SesCalls.Where(call => call.Operation == AwsOperation.PutConfigurationSetSendingOptions && call.Name == set)];

    /// <summary>The mails about one entity, oldest first. The account as a whole is told of in mails of its own.</summary>
    public IReadOnlyList<PublishedMail> Mails(string entity) => [.. Aws.Mails.Where(mail => mail.Attributes["entity"] == entity)];

    /// <summary>What the mails about one entity tell, oldest first.</summary>
    public IReadOnlyList<string> AlertKinds(string entity) => [.. Mails(entity).Select(mail => mail.Attributes["kind"])];

    public LambdaHost Host(string function) => Deployment.Functions[function].Hosts[0];

    /// <summary>SIGKILL for the function's process at the first call that <paramref name="at"/> accepts, which gets no answer. Later calls pass.</summary>
    public Func<AwsCall, Task> KillOnce(string function, Func<AwsCall, bool> at)
    {
        var armed = 1;
        return async call =>
        {
            if (at(call) && Interlocked.Exchange(ref armed, 0) == 1)
            {
                await Host(function).KillAsync();

                // The connection's end may not have been noticed yet: as a hook before a call, this is what keeps it from being applied.
                throw new OperationCanceledException("The caller was killed.");
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Deployment.DisposeAsync();
        foreach (var line in _lines.TakeLast(LinesShown))
        {
            _output?.WriteLine(line);
        }

        foreach (var call in Aws.Calls.TakeLast(LinesShown))
        {
            _output?.WriteLine($"{call.At:HH:mm:ss.fff} {call.Operation} {(call as SesCall)?.Name}{(call as PublishedMail)?.Subject} {call.StatusGiven}");
        }
    }
}
