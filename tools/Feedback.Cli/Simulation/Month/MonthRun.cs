using System.Diagnostics;
using System.Globalization;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.Simulation.InMemory;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Simulation.Month;

/// <summary>
/// Simulates many sets for a month, in steps of ten seconds: a set sends unless it is paused, events happen, their notifications arrive
/// later, and the functions' own code processes what has arrived. Tables are in memory.
/// </summary>
internal sealed class MonthRun : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly MonthOptions _options;
    private readonly ServiceProvider _services;
    private readonly InProcessSes _ses;
    private readonly EventTime _time;
    private readonly Dictionary<string, SetMailer> _mailers;
    private readonly Dictionary<string, GroundTruth> _truths;
    private readonly Dictionary<string, (long Sent, long Stopped)> _volumes;
    private readonly PriorityQueue<SimulatedMessage, DateTimeOffset> _toSend = new();
    private readonly PriorityQueue<SimulatedEvent, DateTimeOffset> _toHappen = new();
    private readonly PriorityQueue<Notification, DateTimeOffset> _toArrive = new();
    private readonly SesEventWriter _writer = new("123456789012", "eu-west-1");
    private long _notifications;
    private long _failed;

    public MonthRun(MonthOptions options)
    {
        _options = options;
        _services = Compose(options.Policy);
        _ses = _services.GetRequiredService<InProcessSes>();
        _time = _services.GetRequiredService<EventTime>();
        _mailers = SetProfiles.Of(options)
            .Select((profile, index) => new SetMailer(profile, index + 1, options.Seed))
            .ToDictionary(mailer => mailer.Profile.Name);
        _truths = _mailers.Keys.ToDictionary(name => name, _ => new GroundTruth(MonthOptions.Start, options.Policy));
        _volumes = _mailers.Keys.ToDictionary(name => name, _ => (0L, 0L));
    }

    public async Task<MonthResult> RunAsync(IProgressReporter progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        progress.Expect(_options.Days * 24);
        for (var minute = MonthOptions.Start; minute < _options.End; minute += TimeSpan.FromMinutes(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await MinuteAsync(minute, cancellationToken);
            if (minute.Minute == 0)
            {
                progress.Done();
            }
        }

        return Result(Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Reads the report of the whole month, as <c>feedback report</c> does of a deployment.</summary>
    public Task<ReportDocument> ReportAsync(int limit, CancellationToken cancellationToken) => _services.GetRequiredService<ReportReader>()
        .ReadAsync([], new ReportPeriod(MonthOptions.Start, _options.End), limit, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

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
            SetMetrics = SetMetrics.None,
        })
        .AddSingleton<StatusReader>()
        .AddSingleton<ReportReader>()
        .AddSingleton<MemoryTables>()
        .AddSingleton<IOutcomeReader>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ILedgerWriter>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ICounterStore>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ISuppressionStore>(s => s.GetRequiredService<MemoryTables>())
        .WithStates(_ => new MemoryStates())
        .BuildServiceProvider();

    private async Task MinuteAsync(DateTimeOffset minute, CancellationToken cancellationToken)
    {
        foreach (var message in _mailers.Values.SelectMany(mailer => mailer.Minute(minute)))
        {
            _toSend.Enqueue(message, message.SentAt);
        }

        if (Bucket.Of(minute).Start == minute)
        {
            foreach (var truth in _truths.Values)
            {
                truth.Slid(minute);
            }
        }

        var end = minute + TimeSpan.FromMinutes(1);
        for (var now = minute + Step; now <= end; now += Step)
        {
            await StepAsync(now);
        }

        await _time.SweepIfDueAsync(end, cancellationToken);
    }

    private async Task StepAsync(DateTimeOffset now)
    {
        while (_toSend.TryPeek(out var message, out var at) && at < now)
        {
            Send(_toSend.Dequeue());
        }

        while (_toHappen.TryPeek(out var happened, out var at) && at < now)
        {
            Happen(_toHappen.Dequeue());
        }

        var arrived = new List<IncomingMessage>();
        while (_toArrive.TryPeek(out var notification, out var at) && at < now)
        {
            arrived.Add(Arrive(_toArrive.Dequeue()));
        }

        foreach (var batch in arrived.GroupBy(message => message.SentAt is not null).OrderBy(queue => queue.Key))
        {
            _failed += (await _time.ReceiveAsync([.. batch], now)).Count;
        }
    }

    private void Send(SimulatedMessage message)
    {
        var (sent, stopped) = _volumes[message.ConfigurationSet];
        var sends = _ses.Sends(ReputationEntity.ConfigurationSet(message.ConfigurationSet));
        _volumes[message.ConfigurationSet] = sends ? (sent + 1, stopped) : (sent, stopped + 1);
        if (!sends)
        {
            return;
        }

        foreach (var happens in _mailers[message.ConfigurationSet].Timeline(message))
        {
            _toHappen.Enqueue(happens, happens.OccurredAt);
        }
    }

    private void Happen(SimulatedEvent happened)
    {
        _truths[happened.Message.ConfigurationSet].Happened(happened);
        foreach (var notification in _mailers[happened.Message.ConfigurationSet].Deliver(happened))
        {
            _toArrive.Enqueue(notification, notification.ArrivesAt);
        }
    }

    /// <summary>Deliveries alone tell how far the counting of deliveries has come.</summary>
    private IncomingMessage Arrive(Notification notification) => new(
        (++_notifications).ToString(CultureInfo.InvariantCulture),
        _writer.Write(notification),
        notification.Event is SimulatedEvent.Delivery ? notification.ArrivesAt : null);

    private MonthResult Result(TimeSpan took) => new()
    {
        Options = _options,
        Sets = [.. _mailers.Values.Select(mailer => Outcome(mailer.Profile))],
        Notifications = _notifications,
        Outcomes = _services.GetRequiredService<MemoryTables>().Outcomes,
        Failed = _failed,
        Sweeps = _time.Sweeps,
        Took = took,
    };

    private SetOutcome Outcome(SetProfile profile)
    {
        var entity = ReputationEntity.ConfigurationSet(profile.Name);
        var alerts = _services.GetRequiredService<TransitionLog>().Transitions.Where(transition => transition.Entity == entity).ToList();
        var truth = _truths[profile.Name];
        DateTimeOffset? pausedAt = _ses.PausedAt.TryGetValue(entity, out var at) ? at : null;
        return new SetOutcome
        {
            Profile = profile,
            Sent = _volumes[profile.Name].Sent,
            Stopped = _volumes[profile.Name].Stopped,
            TrulyCritical = truth.Critical,
            PassedAfter = truth.PassedAt < (pausedAt ?? _options.End) ? truth.PassedAt - truth.Critical!.At : null,
            Alerts = alerts,
            PausedAt = pausedAt,
        };
    }
}
