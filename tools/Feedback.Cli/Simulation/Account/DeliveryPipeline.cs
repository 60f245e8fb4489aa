using Feedback.Deciding.Lag;
using Feedback.Processing;

namespace Feedback.Cli.Simulation.Account;

/// <summary>
/// The delivery queue, its dead-letter queue and the processes of DeliveryFunction, in event time: a process takes up to 1,000 messages, has
/// them in hand for a while, and records them at the end. During an outage the function fails at its start: what it was given comes back
/// after the queue's visibility timeout, and goes to the dead-letter queue after 20 receives. Depths are told a minute late, as SQS may.
/// </summary>
internal sealed class DeliveryPipeline(AccountScenario scenario) : IDeliveryQueue, IDeliveryProgressStore
{
    private const int BatchSize = 1_000;

    /// <summary>DeliveryMaximumConcurrency of the template.</summary>
    private const int Processes = 10;

    /// <summary>The queue's maxReceiveCount in the template.</summary>
    private const int MaximumReceives = 20;

    /// <summary>The queue's VisibilityTimeout in the template.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(7);

    /// <summary>A message that was received more often counts no longer as the oldest one of its queue.</summary>
    private const int ReceivesOfTheOldest = 3;

    private static readonly TimeSpan ToldLate = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remaining = TimeSpan.FromMinutes(1);

    private readonly Queue<IncomingMessage> _waiting = new();
    private readonly Queue<(DateTimeOffset VisibleAt, IncomingMessage Message)> _invisible = new();
    private readonly Dictionary<string, int> _failedReceives = [];
    private readonly List<IncomingMessage> _deadLetters = [];
    private readonly Process[] _processes = [.. Enumerable.Range(0, Processes).Select(i => new Process($"process-{i}"))];
    private readonly Queue<(DateTimeOffset At, long Depth, long DeadLetters)> _depths = new();
    private (long Depth, long DeadLetters) _told;
    private bool _isRedriven;

    public bool IsConfigured => true;

    /// <summary>The most messages that were in the hands of processes at any time.</summary>
    public long MostInFlight { get; private set; }

    public long MostDeadLetters { get; private set; }

    public long Failed { get; private set; }

    /// <summary>How often the function was invoked, and how often it failed.</summary>
    public (long All, long Failed) Invocations { get; private set; }

    /// <summary>Processes that have a batch in hand.</summary>
    public int Busy => _processes.Count(process => process.InHand.Count > 0);

    public int DeadLetters => _deadLetters.Count;

    public void Arrive(IncomingMessage message) => _waiting.Enqueue(message);

    /// <summary>Ends the batches that are done, and hands out new ones.</summary>
    /// <param name="functions">Records what is done.</param>
    /// <param name="now">The time.</param>
    public async Task StepAsync(FeedbackBatch functions, DateTimeOffset now)
    {
        foreach (var process in _processes.Where(process => process.InHand.Count > 0 && process.DoneAt <= now))
        {
            await EndAsync(functions, process, now);
        }

        Return(now);
        if (IsDown(now))
        {
            FailAll(now);
        }

        foreach (var process in _processes.Where(process => process.InHand.Count == 0))
        {
            Begin(process, now);
        }

        MostInFlight = Math.Max(MostInFlight, InFlight);
        MostDeadLetters = Math.Max(MostDeadLetters, _deadLetters.Count);
        _depths.Enqueue((now, _waiting.Count + _invisible.Count + InFlight, _deadLetters.Count));
        while (_depths.TryPeek(out var oldest) && oldest.At <= now - ToldLate)
        {
            _told = (oldest.Depth, oldest.DeadLetters);
            _depths.Dequeue();
        }
    }

    /// <summary>The age that SQS reports of the oldest message in the queue.</summary>
    public TimeSpan OldestAge(DateTimeOffset now) => _waiting
        .Concat(_invisible.Select(message => message.Message))
        .Concat(_processes.SelectMany(process => process.InHand))
        .Where(message => _failedReceives.GetValueOrDefault(message.Id) <= ReceivesOfTheOldest)
        .Select(message => now - message.SentAt!.Value)
        .DefaultIfEmpty()
        .Max();

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult(_told.Depth);

    public Task<long> CountDeadLettersAsync(CancellationToken cancellationToken) => Task.FromResult(_told.DeadLetters);

    public Task<IReadOnlyList<DeliveryProgress>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeliveryProgress>>([.. _processes.Select(process => process.Progress)]);

    public Task WriteAsync(DeliveryProgress progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The processes here keep their progress themselves.");

    private long InFlight => _processes.Sum(process => (long)process.InHand.Count);

    private bool IsDown(DateTimeOffset now) =>
        scenario.Outage is { } outage && now >= AccountScenario.Start + outage.From && now < AccountScenario.Start + outage.Until;

    private void Begin(Process process, DateTimeOffset now)
    {
        while (process.InHand.Count < BatchSize && _waiting.TryDequeue(out var message))
        {
            process.InHand.Add(message);
        }

        if (process.InHand.Count > 0)
        {
            process.DoneAt = now + scenario.BatchTakes;
            process.Progress = process.Progress.Begin(process.SentAt, now);
        }
    }

    private async Task EndAsync(FeedbackBatch functions, Process process, DateTimeOffset now)
    {
        Failed += (await functions.HandleAsync(process.InHand, Remaining)).Count;
        Invocations = (Invocations.All + 1, Invocations.Failed);
        process.Progress = process.Progress.End(process.SentAt, [], now);
        process.InHand = [];
    }

    /// <summary>Returns what has become visible again. Redriven messages are new ones of that time to SQS.</summary>
    private void Return(DateTimeOffset now)
    {
        while (_invisible.TryPeek(out var next) && next.VisibleAt <= now)
        {
            _waiting.Enqueue(_invisible.Dequeue().Message);
        }

        if (!_isRedriven && now >= AccountScenario.Start + scenario.RedrivenAt)
        {
            _deadLetters.ForEach(message => _waiting.Enqueue(message with { SentAt = now }));
            _deadLetters.Clear();
            _isRedriven = true;
        }
    }

    /// <summary>A function that fails at its start tells nothing of the messages that it was given.</summary>
    private void FailAll(DateTimeOffset now)
    {
        var batches = (_waiting.Count + BatchSize - 1) / BatchSize;
        Invocations = (Invocations.All + batches, Invocations.Failed + batches);
        while (_waiting.TryDequeue(out var message))
        {
            var receives = _failedReceives[message.Id] = _failedReceives.GetValueOrDefault(message.Id) + 1;
            if (receives > MaximumReceives)
            {
                _deadLetters.Add(message);
            }
            else
            {
                _invisible.Enqueue((now + Visibility, message));
            }
        }
    }

    private sealed class Process(string name)
    {
        public List<IncomingMessage> InHand { get; set; } = [];

        public DateTimeOffset DoneAt { get; set; }

        public DeliveryProgress Progress { get; set; } = new(name);

        public IReadOnlyList<DateTimeOffset> SentAt => [.. InHand.Select(message => message.SentAt!.Value)];
    }
}
