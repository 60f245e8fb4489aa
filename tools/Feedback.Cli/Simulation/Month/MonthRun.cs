using System.Diagnostics;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.Simulation.InMemory;
using Feedback.Cli.Status;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Simulation.Month;

/// <summary>
/// Simulates many sets for a month, in steps of ten seconds: a set sends unless it is paused, events happen, their notifications arrive
/// later, and the functions' own code processes what has arrived. Tables are in memory.
/// </summary>
internal sealed class MonthRun : IAsyncDisposable
{
    private readonly MonthOptions _options;
    private readonly ServiceProvider _services;
    private readonly InProcessSes _ses;
    private readonly EventTime _time;
    private readonly IReadOnlyList<SetProfile> _profiles;
    private readonly Dictionary<string, GroundTruth> _truths;
    private readonly MailFeed _mail;
    private readonly SteppedFeed _feed;

    public MonthRun(MonthOptions options)
    {
        _options = options;
        _services = Compose(options.Policy);
        _ses = _services.GetRequiredService<InProcessSes>();
        _time = _services.GetRequiredService<EventTime>();
        _profiles = SetProfiles.Of(options);
        _truths = _profiles.ToDictionary(profile => profile.Name, _ => new GroundTruth(MonthOptions.Start, options.Policy));
        _mail = new MailFeed(_profiles, options.Seed, _ses, set => _truths[set]);
        _feed = new SteppedFeed(_mail, _time);
    }

    public async Task<MonthResult> RunAsync(IProgressReporter progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await _feed.RunAsync(MonthOptions.Start, _options.End, progress, cancellationToken);
        return Result(Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Reads the report of the whole month, as <c>feedback report</c> does of a deployment.</summary>
    public Task<ReportDocument> ReportAsync(int limit, CancellationToken cancellationToken) => _services.GetRequiredService<ReportReader>()
        .ReadAsync([], new ReportPeriod(MonthOptions.Start, _options.End), limit, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Compose(Policy policy) => MemoryServices.Of(policy)
        .AddSingleton<StatusReader>()
        .AddSingleton<ReportReader>()
        .BuildServiceProvider();

    private MonthResult Result(TimeSpan took) => new()
    {
        Options = _options,
        Sets = [.. _profiles.Select(Outcome)],
        Notifications = _mail.Notifications,
        Outcomes = _services.GetRequiredService<MemoryTables>().Outcomes,
        Failed = _feed.Failed,
        Sweeps = _time.Sweeps,
        Took = took,
    };

    private SetOutcome Outcome(SetProfile profile)
    {
        var entity = ReputationEntity.ConfigurationSet(profile.Name);
        var alerts = _services.GetRequiredService<TransitionLog>().Transitions.Where(transition => transition.Entity == entity).ToList();
        var truth = _truths[profile.Name];
        var (sent, stopped) = _mail.VolumeOf(profile.Name);
        DateTimeOffset? pausedAt = _ses.PausedAt.TryGetValue(entity, out var at) ? at : null;
        return new SetOutcome
        {
            Profile = profile,
            Sent = sent,
            Stopped = stopped,
            TrulyCritical = truth.Critical,
            PassedAfter = truth.PassedAt < (pausedAt ?? _options.End) ? truth.PassedAt - truth.Critical!.At : null,
            Alerts = alerts,
            PausedAt = pausedAt,
        };
    }
}
