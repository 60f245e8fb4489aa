using System.Diagnostics;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.InMemory;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>Simulates sets with angry mailboxes for five days, as the month is simulated.</summary>
internal sealed class AngryRun : IAsyncDisposable
{
    private readonly AngryOptions _options;
    private readonly ServiceProvider _services;
    private readonly InProcessSes _ses;
    private readonly IReadOnlyList<AngrySender> _senders;
    private readonly Dictionary<string, Truths> _truths;
    private readonly MailFeed _mail;
    private readonly SteppedFeed _feed;

    public AngryRun(AngryOptions options)
    {
        _options = options;
        _services = MemoryServices.Of(options.Policy).BuildServiceProvider();
        _ses = _services.GetRequiredService<InProcessSes>();
        _senders = AngrySenders.Of(options);
        _truths = _senders.ToDictionary(
            sender => sender.Name,
            _ => new Truths(new GroundTruth(AngryOptions.Start, options.Policy), new MailboxTruth(AngryOptions.Start, options.Policy)));
        _mail = new MailFeed(_senders, options.Seed, _ses, set => _truths[set]);
        _feed = new SteppedFeed(_mail, _services.GetRequiredService<EventTime>());
    }

    public async Task<AngryResult> RunAsync(IProgressReporter progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await _feed.RunAsync(AngryOptions.Start, AngryOptions.End, progress, cancellationToken);
        return new AngryResult
        {
            Options = _options,
            Sets = [.. _senders.Select(Outcome)],
            Notifications = _mail.Notifications,
            Failed = _feed.Failed,
            Took = Stopwatch.GetElapsedTime(started),
        };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private AngrySet Outcome(AngrySender sender)
    {
        var entity = ReputationEntity.ConfigurationSet(sender.Name);
        return new AngrySet(
            sender,
            _mail.VolumeOf(sender.Name).Sent,
            _truths[sender.Name].ByRates.Critical,
            _truths[sender.Name].ByMailboxes.Critical,
            _ses.PausedAt.TryGetValue(entity, out var at) ? at : null,
            _services.GetRequiredService<TransitionLog>().Transitions.Count(found => found.Entity == entity && found.Kind == AlertKind.Held));
    }

    private sealed record Truths(GroundTruth ByRates, MailboxTruth ByMailboxes) : IOracle
    {
        public void Happened(SimulatedEvent happened)
        {
            ByRates.Happened(happened);
            ByMailboxes.Happened(happened);
        }

        public void Slid(DateTimeOffset now)
        {
            ByRates.Slid(now);
            ByMailboxes.Slid(now);
        }
    }
}
