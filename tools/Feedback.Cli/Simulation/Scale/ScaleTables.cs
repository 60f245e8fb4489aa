using System.Globalization;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Local.InProcess;
using Feedback.Local.Services;
using Feedback.Reputation;

namespace Feedback.Cli.Simulation.Scale;

/// <summary>Fills the tables and SES with the sets of the scenario.</summary>
internal sealed class ScaleTables(ScaleOptions options, InProcessDeployment deployment, TimeProvider time)
{
    private const int SetsAtOnce = 1_000;
    private const string WatchedFamily = "watched-";

    private static readonly TimeSpan MailSentBefore = TimeSpan.FromMinutes(40);

    private readonly Random _random = new(options.Seed);

    public IReadOnlyList<string> Watched { get; } = [.. Enumerable.Range(0, options.Watched).Select(i => $"{WatchedFamily}{i:D6}")];

    public static bool IsWatched(string? set) => set?.StartsWith(WatchedFamily, StringComparison.Ordinal) == true;

    /// <summary>The names of the sets of one kind that must be paused.</summary>
    public IReadOnlyList<string> Names(BadKind kind)
    {
        var (name, count) = kind switch
        {
            BadKind.Unfinished => ("unfinished", options.Unfinished),
            BadKind.LeftBehind => ("left-behind", options.LeftBehind),
            _ => ("gone-bad", options.GoneBad),
        };
        return [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}-{i:D3}"))];
    }

    /// <summary>Adds all sets as they are at the start: all are due then. As on AWS, SES takes one pause and one question a second.</summary>
    public async Task FillAsync(DateTimeOffset start, IProgressReporter progress)
    {
        var atStart = new EventClock();
        atStart.MoveTo(start);
        var (sets, ses) = (new ManySets(deployment, atStart), deployment.Aws.Ses);
        foreach (var name in Watched.Concat(Names(BadKind.LeftBehind)).Concat(Names(BadKind.GoneBad)))
        {
            ses.AddConfigurationSet(name);
        }

        foreach (var some in Watched.Chunk(SetsAtOnce))
        {
            await sets.CountAsync(some.Select(set => (set, AtWarning())), start - MailSentBefore);
            progress.Done(some.Length);
        }

        await sets.AddWatchedAsync(WatchedFamily, options.Watched);
        await sets.AddUnfinishedAsync(Names(BadKind.Unfinished));

        // A little less than a second: a call may leave later than its turn, and the next one on time.
        var period = TimeSpan.FromMilliseconds(950);
        deployment.Aws.Faults.LimitRate(AwsOperation.PutConfigurationSetSendingOptions, 1, period);
        deployment.Aws.Faults.LimitRate(AwsOperation.GetConfigurationSet, 1, period);
    }

    /// <summary>Writes what a process leaves that ends after recording: 24 bounces of 200 attempts each, and an item of the work list that is due.</summary>
    public async Task LeaveBehindAsync()
    {
        var sets = new ManySets(deployment, time);
        await sets.CountAsync(Names(BadKind.LeftBehind).Select(set => (set, new Tally(200, 176, 24, 0, 0))), time.GetUtcNow());
        await sets.ListAsync(Names(BadKind.LeftBehind));
    }

    /// <summary>Between 2.2 and 3.4 % of some thousand attempts: warning, but not critical.</summary>
    private Tally AtWarning()
    {
        var attempts = _random.Next(1_000, 20_000);
        var bounces = (long)(attempts * (0.022 + (0.012 * _random.NextDouble())));
        return new Tally(attempts, attempts - bounces, bounces, 0, 0);
    }
}
