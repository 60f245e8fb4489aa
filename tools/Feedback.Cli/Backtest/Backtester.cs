using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using Feedback.Aws.DynamoDb;
using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Local.Database;
using Feedback.Local.Templates;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Backtest;

/// <summary>
/// Runs an archive through the functions' own code, minute by minute of event time, with a database in memory. Each event is assumed to
/// have arrived by the end of the minute in which it happened.
/// </summary>
internal static class Backtester
{
    /// <summary>The largest batch of a minute; the deliveries beyond it wait in the queue, as they would in AWS.</summary>
    private const int LargestBatch = 10_000;

    /// <param name="files">The files of the archive.</param>
    /// <param name="policy">The policy to try.</param>
    /// <param name="report">The report to make; null for none.</param>
    /// <param name="progress">Told of each event.</param>
    /// <param name="cancellationToken">Ends the backtest.</param>
    public static async Task<BacktestResult> RunAsync(
        IReadOnlyList<string> files, Policy policy, ArchiveReport? report, IProgressReporter progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var archive = Archive.Read(files, cancellationToken);
        await using var database = await EmbeddedDatabase.StartAsync();
        using var dynamo = database.CreateClient();
        var settings = await DeployAsync(dynamo, policy);
        await using var services = Compose(settings, dynamo);
        var failed = await FeedAsync(archive, services, progress, cancellationToken);
        await CheckAsync(services, cancellationToken);
        return new BacktestResult
        {
            Policy = policy,
            Events = archive.Events.Count,
            Ignored = archive.Ignored,
            Unreadable = archive.Unreadable,
            Problems = archive.Problems,
            Failed = failed,
            From = archive.Events.Count > 0 ? archive.Events[0].OccurredAt : null,
            Until = archive.Events.Count > 0 ? archive.Events[^1].OccurredAt : null,
            Timeline = services.GetRequiredService<TransitionLog>().Transitions,
            Sets = await LedgerTotals.SumAsync(dynamo, settings.OutcomesTable, services.GetRequiredService<InProcessSes>().PausedAt, cancellationToken),
            Report = report is not null && archive.Events.Count > 0 ? await ReportAsync(archive, services, report, cancellationToken) : null,
            Took = Stopwatch.GetElapsedTime(started),
        };
    }

    private static async Task<Settings> DeployAsync(IAmazonDynamoDB dynamo, Policy policy)
    {
        var template = Template.Load();
        var stack = new StackSettings();
        await template.CreateTablesAsync(dynamo, stack, expire: false);
        var variables = new Dictionary<string, string>(template.EnvironmentOf("ReputationFunction", stack));
        return SettingsReader.Read(variables.GetValueOrDefault) with
        {
            Policy = policy,

            // The account of the archive is unknown, and a reminder of a simulated pause is of no use.
            Deployment = new("", stack.Region),
            RemindEvery = TimeSpan.Zero,
        };
    }

    private static ServiceProvider Compose(Settings settings, IAmazonDynamoDB dynamo) => InProcessServices.Of(settings)
        .AddSingleton(dynamo)
        .AddSingleton<StateStore>()
        .WithStates(s => s.GetRequiredService<StateStore>())
        .AddSingleton<TableLayout>()
        .AddSingleton<CounterShards>()
        .AddSingleton<CounterMerger>()
        .AddSingleton<OutcomeStore>()
        .AddSingleton<CounterStore>()
        .AddSingleton(s => new KnownCounters(s.GetRequiredService<OutcomeStore>(), s.GetRequiredService<CounterStore>()))
        .AddSingleton<IOutcomeReader>(s => s.GetRequiredService<OutcomeStore>())
        .AddSingleton<ILedgerWriter>(s => s.GetRequiredService<KnownCounters>())
        .AddSingleton<ICounterStore>(s => s.GetRequiredService<KnownCounters>())
        .AddSingleton<StatusReader>()
        .AddSingleton<ReportReader>()
        .BuildServiceProvider();

    /// <summary>Reads what feedback report reads of a deployment.</summary>
    private static Task<ReportDocument> ReportAsync(Archive archive, ServiceProvider services, ArchiveReport asked, CancellationToken cancellationToken) =>
        services.GetRequiredService<ReportReader>().ReadAsync(
            asked.Wanted, asked.Period(archive.Events[0].OccurredAt, archive.Events[^1].Minute), asked.Limit, cancellationToken);

    private static async Task<int> FeedAsync(Archive archive, ServiceProvider services, IProgressReporter progress, CancellationToken cancellationToken)
    {
        var time = services.GetRequiredService<EventTime>();
        var deliveries = services.GetRequiredService<InProcessDeliveries>();
        var failed = 0;
        DateTimeOffset? last = null;
        progress.Expect(archive.Events.Count);
        for (var next = 0; next < archive.Events.Count;)
        {
            var minute = archive.Events[next].Minute;
            if (last is { } before)
            {
                await time.SweepBetweenAsync(before, minute, cancellationToken);
            }

            var count = CountOf(minute, archive.Events, next);
            for (var taken = 0; taken < count; taken += LargestBatch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var size = Math.Min(LargestBatch, count - taken);
                deliveries.Miss(
                    Enumerable.Range(next + taken + size, count - taken - size).Count(at => archive.Events[at].Kind == FeedbackKind.Delivery));
                failed += (await time.ReceiveAsync(Messages(archive, next + taken, size), minute)).Count;
                progress.Done(size);
            }

            await time.SweepIfDueAsync(minute, cancellationToken);
            next += count;
            last = minute;
        }

        return failed;
    }

    private static int CountOf(DateTimeOffset minute, IReadOnlyList<ArchivedEvent> events, int from)
    {
        var until = from;
        while (until < events.Count && events[until].Minute == minute)
        {
            until++;
        }

        return until - from;
    }

    private static List<IncomingMessage> Messages(Archive archive, int from, int count) =>
    [
        .. Enumerable.Range(from, count).Select(at => new IncomingMessage(at.ToString(CultureInfo.InvariantCulture), archive.Body(archive.Events[at]))),
    ];

    private static async Task CheckAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var different = await services.GetRequiredService<KnownCounters>().DifferencesAsync(cancellationToken);
        if (different.Count > 0)
        {
            throw new InvalidDataException($"The counters in the database differ from what was decided on: {string.Join(", ", different)}.");
        }
    }
}
