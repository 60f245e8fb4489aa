using System.Diagnostics;
using Feedback.Acting;
using Feedback.Aws.DynamoDb;
using Feedback.Cli.Output;
using Feedback.Local.InProcess;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.Simulation.Scale;

/// <summary>
/// A quarter of an hour of a deployment with thousands of busy sets: the functions' own code and adapters, over the template's tables in the
/// embedded database. A sweep starts with each minute and beside it batches arrive; the time between them is skipped.
/// </summary>
internal sealed class ScaleRun : IAsyncDisposable
{
    private const int DeliveriesAMinute = 1_000;
    private const int BouncesAMinute = 50;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remaining = Minute;

    /// <summary>The run starts with a quarter of an hour that lies ahead, however long it takes to fill the tables.</summary>
    private static readonly TimeSpan LongestFilling = TimeSpan.FromMinutes(30);

    /// <summary>Bad mail arrives while the sweeps still have to evaluate what was due at the start.</summary>
    private static readonly int[] BadMinutes = [1, 2];

    private readonly ScaleOptions _options;
    private readonly SkippingClock _clock;
    private readonly DateTimeOffset _start;
    private readonly InProcessDeployment _deployment;
    private readonly ScaleTables _tables;
    private readonly ScaleMail _mail;
    private readonly Random _random;
    private readonly List<BadSet> _bad = [];
    private long _failed;

    private ScaleRun(ScaleOptions options, SkippingClock clock, InProcessDeployment deployment)
    {
        (_options, _clock, _deployment) = (options, clock, deployment);
        _start = Bucket.Of(clock.GetUtcNow() + LongestFilling).End;
        _tables = new ScaleTables(options, deployment, clock);
        (_mail, _random) = (new ScaleMail(options.Seed), new Random(options.Seed));
    }

    public static async Task<ScaleRun> StartAsync(ScaleOptions options)
    {
        var clock = new SkippingClock();
        var deployment = await InProcessDeployment.StartAsync(new DatabaseRequests(options.Delay), clock);
        return new ScaleRun(options, clock, deployment);
    }

    public async Task<ScaleResult> RunAsync(IProgressReporter progress, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        progress.Expect(2 * _options.Watched);
        await _tables.FillAsync(_start, progress);
        var filled = Stopwatch.GetElapsedTime(began);

        var sweeps = new List<SweepProgress>();
        var left = _options.Watched;
        for (var minute = _start; minute < _start + Bucket.Width; minute = NextMinute())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.SkipTo(minute);
            var mail = ReceiveAsync(sweeps.Count);
            var started = Stopwatch.GetTimestamp();
            await _deployment.Get<Sweep>().RunAsync(cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            await mail;
            var before = left;
            left = await DueAsync(cancellationToken);
            sweeps.Add(new SweepProgress(minute, took, before - left));
            progress.Done(before - left);
            if (left == 0 && sweeps.Count > BadMinutes.Max() && _bad.All(set => PausedAt(set.Name) is not null))
            {
                break;
            }
        }

        return Result(sweeps, left, filled, Stopwatch.GetElapsedTime(began));
    }

    public ValueTask DisposeAsync() => _deployment.DisposeAsync();

    private DateTimeOffset NextMinute()
    {
        var now = _clock.GetUtcNow();
        return now.AddTicks(Minute.Ticks - (now.UtcTicks % Minute.Ticks));
    }

    /// <summary>Processes the batches of one minute, as the functions of the queues do beside the sweep.</summary>
    private async Task ReceiveAsync(int minute)
    {
        if (minute == 0)
        {
            Add(BadKind.Unfinished);
        }

        if (minute == BadMinutes[0])
        {
            await _tables.LeaveBehindAsync();
            Add(BadKind.LeftBehind);
        }

        var now = _clock.GetUtcNow();
        var deliveries = Healthy(DeliveriesAMinute).Select(set => _mail.Delivery(set, now));
        var bounces = Healthy(BouncesAMinute).Select(set => _mail.HardBounce(set, now));
        if (minute == BadMinutes[1])
        {
            Add(BadKind.GoneBad);
            var bad = _tables.Names(BadKind.GoneBad);
            deliveries = [.. deliveries, .. bad.SelectMany(set => Enumerable.Repeat(set, 176)).Select(set => _mail.Delivery(set, now))];
            bounces = [.. bounces, .. bad.SelectMany(set => Enumerable.Repeat(set, 24)).Select(set => _mail.HardBounce(set, now))];
        }

        _failed += (await _deployment.Get<DeliveryBatch>().HandleAsync([.. deliveries], Remaining)).Count;
        _failed += (await _deployment.Get<FeedbackBatch>().HandleAsync([.. bounces], Remaining)).Count;
    }

    private IEnumerable<string> Healthy(int most) =>
        Enumerable.Range(0, Math.Min(most, _options.Watched / 10)).Select(_ => _tables.Watched[_random.Next(_tables.Watched.Count)]);

    private void Add(BadKind kind) => _bad.AddRange(_tables.Names(kind).Select(name => new BadSet(name, kind, _clock.GetUtcNow())));

    /// <summary>Counts the healthy sets that no sweep and no batch has evaluated since they were due.</summary>
    private async Task<int> DueAsync(CancellationToken cancellationToken)
    {
        var due = await new WorkStore(_deployment.Database, _deployment.Settings, _clock).DueAsync(cancellationToken);
        return due.Count(item => ScaleTables.IsWatched(item.Entity.ConfigurationSetName) && item.DueAt <= _start);
    }

    private DateTimeOffset? PausedAt(string set) => _deployment.Aws.SesCalls
        .FirstOrDefault(call => call is { Operation: AwsOperation.PutConfigurationSetSendingOptions, Enabled: false, Applied: true } && call.Name == set)?.At;

    private ScaleResult Result(IReadOnlyList<SweepProgress> sweeps, int left, TimeSpan filled, TimeSpan took) => new()
    {
        Options = _options,
        Sweeps = sweeps,
        NotEvaluated = left,
        SweepLag = Longest("SweepLag"),
        EvaluationLag = Longest("EvaluationLag"),
        Bad = [.. _bad.Select(set => (set, PausedAt(set.Name) - set.Since))],
        HealthyPaused = [.. _deployment.Aws.Ses.ConfigurationSets.Where(set => ScaleTables.IsWatched(set.Name) && !set.SendingEnabled).Select(set => set.Name)],
        Failed = _failed,
        Filled = filled,
        Took = took,
    };

    private TimeSpan Longest(string metric) =>
        TimeSpan.FromSeconds(_deployment.Aws.Metrics.Where(put => put.Name == metric).Select(put => put.Value).DefaultIfEmpty().Max());
}
