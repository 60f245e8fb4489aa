using System.Diagnostics;
using System.Globalization;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.InMemory;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Sending;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Simulation.Month;

/// <summary>
/// Lets many sets send for a month of simulated time, in steps of ten seconds: mail is sent unless its set is paused, events happen, their
/// notifications arrive later, and the functions' own code is given what has arrived. Tables are in memory.
/// </summary>
internal sealed class MonthRun : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly MonthOptions options;
    private readonly ServiceProvider services;
    private readonly InProcessSes ses;
    private readonly InProcessBacklog backlog;
    private readonly EventTime time;
    private readonly Dictionary<string, SetMailer> mailers;
    private readonly Dictionary<string, GroundTruth> truths;
    private readonly Dictionary<string, (long Sent, long Stopped)> volumes;
    private readonly PriorityQueue<SimulatedMessage, DateTimeOffset> toSend = new();
    private readonly PriorityQueue<SimulatedEvent, DateTimeOffset> toHappen = new();
    private readonly PriorityQueue<Notification, DateTimeOffset> toArrive = new();
    private readonly SesEventWriter writer = new("123456789012", "eu-west-1");
    private long notifications;
    private long failed;

    public MonthRun(MonthOptions options)
    {
        this.options = options;
        services = Compose(options.Policy);
        ses = services.GetRequiredService<InProcessSes>();
        backlog = services.GetRequiredService<InProcessBacklog>();
        time = services.GetRequiredService<EventTime>();
        mailers = SetProfiles.Of(options).Select((profile, index) => new SetMailer(profile, index + 1, options.Seed)).ToDictionary(mailer => mailer.Profile.Name);
        truths = mailers.Keys.ToDictionary(name => name, _ => new GroundTruth(MonthOptions.Start, options.Policy));
        volumes = mailers.Keys.ToDictionary(name => name, _ => (0L, 0L));
    }

    public async Task<MonthResult> RunAsync(IWork work, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        work.Expect(options.Days * 24);
        for (var minute = MonthOptions.Start; minute < options.End; minute += TimeSpan.FromMinutes(1))
        {
            cancellation.ThrowIfCancellationRequested();
            await MinuteAsync(minute, cancellation);
            if (minute.Minute == 0)
                work.Done();
        }

        return Result(Stopwatch.GetElapsedTime(started));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ServiceProvider Compose(Policy policy) => InProcessServices
        .Of(new Settings
        {
            OutcomesTable = "",
            ReputationTable = "",
            SuppressionTable = "",
            AlarmTopicArn = "",
            DeliveryQueueUrl = "",
            Deployment = new("123456789012", "eu-west-1"),
            Policy = policy,
            SoftBounceLimit = 5,
            OutcomeRetention = TimeSpan.FromDays(35),
            SesInterval = TimeSpan.FromSeconds(1),
            RemindEvery = TimeSpan.FromDays(1),
            MetricsNamespace = "",
        })
        .AddSingleton<MemoryTables>()
        .AddSingleton<IOutcomeStore>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ICounterStore>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ISuppressionStore>(s => s.GetRequiredService<MemoryTables>())
        .WithStates(_ => new MemoryStates())
        .BuildServiceProvider();

    private async Task MinuteAsync(DateTimeOffset minute, CancellationToken cancellation)
    {
        foreach (var message in mailers.Values.SelectMany(mailer => mailer.Minute(minute)))
            toSend.Enqueue(message, message.SentAt);
        if (Bucket.Of(minute).Start == minute)
        {
            foreach (var truth in truths.Values)
                truth.Slid(minute);
        }

        var end = minute + TimeSpan.FromMinutes(1);
        for (var now = minute + Step; now <= end; now += Step)
            await StepAsync(now);
        await time.SweepIfDueAsync(end, cancellation);
    }

    private async Task StepAsync(DateTimeOffset now)
    {
        while (toSend.TryPeek(out var message, out var at) && at < now)
            Send(toSend.Dequeue());
        while (toHappen.TryPeek(out var happened, out var at) && at < now)
            Happen(toHappen.Dequeue());

        var arrived = new List<IncomingMessage>();
        while (toArrive.TryPeek(out var notification, out var at) && at < now)
            arrived.Add(Arrive(toArrive.Dequeue()));
        if (arrived.Count > 0)
            failed += (await time.ReceiveAsync(arrived, now)).Count;
    }

    private void Send(SimulatedMessage message)
    {
        var (sent, stopped) = volumes[message.ConfigurationSet];
        var sends = ses.Sends(Subject.ConfigurationSet(message.ConfigurationSet));
        volumes[message.ConfigurationSet] = sends ? (sent + 1, stopped) : (sent, stopped + 1);
        if (!sends)
            return;
        foreach (var happens in mailers[message.ConfigurationSet].Aftermath(message))
            toHappen.Enqueue(happens, happens.OccurredAt);
    }

    private void Happen(SimulatedEvent happened)
    {
        truths[happened.Message.ConfigurationSet].Happened(happened);
        foreach (var notification in mailers[happened.Message.ConfigurationSet].Deliver(happened))
        {
            toArrive.Enqueue(notification, notification.ArrivesAt);
            backlog.Waiting += notification.Event is SimulatedEvent.Delivery ? 1 : 0;
        }
    }

    private IncomingMessage Arrive(Notification notification)
    {
        backlog.Waiting -= notification.Event is SimulatedEvent.Delivery ? 1 : 0;
        return new IncomingMessage((++notifications).ToString(CultureInfo.InvariantCulture), writer.Write(notification));
    }

    private MonthResult Result(TimeSpan took) => new()
    {
        Options = options,
        Sets = [.. mailers.Values.Select(mailer => Outcome(mailer.Profile))],
        Notifications = notifications,
        Outcomes = services.GetRequiredService<MemoryTables>().Outcomes,
        Failed = failed,
        Sweeps = time.Sweeps,
        Took = took,
    };

    private SetOutcome Outcome(SetProfile profile)
    {
        var subject = Subject.ConfigurationSet(profile.Name);
        var told = services.GetRequiredService<TransitionLog>().Transitions.Where(transition => transition.Subject == subject).ToList();
        var truth = truths[profile.Name];
        DateTimeOffset? pausedAt = ses.PausedAt.TryGetValue(subject, out var at) ? at : null;
        return new SetOutcome
        {
            Profile = profile,
            Sent = volumes[profile.Name].Sent,
            Stopped = volumes[profile.Name].Stopped,
            TrulyCritical = truth.Critical,
            PassedAfter = truth.PassedAt < (pausedAt ?? options.End) ? truth.PassedAt - truth.Critical!.At : null,
            Told = told,
            PausedAt = pausedAt,
        };
    }
}
