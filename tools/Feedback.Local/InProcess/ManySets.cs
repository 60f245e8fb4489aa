using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Local.InProcess;

/// <summary>Fills the reputation table with states, and puts them on the work list as due.</summary>
internal sealed class ManySets(InProcessDeployment deployment, TimeProvider time)
{
    private const int ItemsPerWrite = 25;
    private const int WritesAtOnce = 8;
    private const int ItemsPerTransaction = 100;

    private string Table => deployment.Settings.ReputationTable;

    /// <summary>Sets at warning: each is due in every quarter of an hour.</summary>
    public async Task AddWatchedAsync(string family, int count) =>
        await AddAsync([.. Enumerable.Range(0, count).Select(i => Watched($"{family}{i:D6}"))]);

    /// <summary>Sets whose pause was decided, and whose process ended before it called SES.</summary>
    public async Task AddUnfinishedAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            deployment.Aws.Ses.AddConfigurationSet(name);
        }

        await AddAsync([.. names.Select(Unfinished)]);
    }

    /// <summary>Counts a week of mail for a set, of which 3 % bounced hard: warning, but not critical.</summary>
    public async Task CountAsync(string set)
    {
        var now = time.GetUtcNow();
        var from = CounterDelta.HourOf(now - TimeSpan.FromDays(7) - Bucket.Width);
        var quarters = Enumerable.Range(0, (int)((now - from) / Bucket.Width)).Select(i => new CounterDelta(
            ReputationEntity.ConfigurationSet(set), Bucket.Of(from + (i * Bucket.Width)), new Tally(10_000 + i, 9_700, 300 + (i % 3), 100, 1)));
        var items = quarters.GroupBy(delta => delta.Hour).Select(hour => CounterUpdate.Of(
            Table,
            CounterKeys.Of(ReputationEntity.ConfigurationSet(set), hour.Key, shard: 0),
            hour.SelectMany(CounterItem.Increments),
            new DomainClasses(ushort.MaxValue),
            Attributes.Expiry(hour.Key + Settings.CounterRetention)));
        foreach (var transaction in items.Chunk(ItemsPerTransaction))
        {
            await deployment.Database.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. transaction] });
        }
    }

    /// <summary>Counts the mail of each set in one quarter of an hour.</summary>
    public async Task CountAsync(IEnumerable<(string Set, Tally Tally)> counted, DateTimeOffset sentAt)
    {
        var deltas = counted.Select(set => new CounterDelta(ReputationEntity.ConfigurationSet(set.Set), Bucket.Of(sentAt), set.Tally));
        var items = deltas.Select(delta => CounterUpdate.Of(
            Table,
            CounterKeys.Of(delta.Entity, delta.Hour, shard: 0),
            CounterItem.Increments(delta),
            new DomainClasses(ushort.MaxValue),
            Attributes.Expiry(delta.Hour + Settings.CounterRetention)));
        foreach (var transaction in items.Chunk(ItemsPerTransaction))
        {
            await deployment.Database.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. transaction] });
        }
    }

    /// <summary>Puts sets on the work list as due, as a process leaves them that ends before it has evaluated what it recorded.</summary>
    public Task ListAsync(IEnumerable<string> names) => new WorkStore(deployment.Database, deployment.Settings, time)
        .AddMissingAsync([.. names.Select(ReputationEntity.ConfigurationSet)], CancellationToken.None);

    private EntityState Watched(string name) => EntityState.New(ReputationEntity.ConfigurationSet(name)) with
    {
        Version = 1,
        Level = Level.Warning,
        ChangedAt = time.GetUtcNow() - TimeSpan.FromHours(2),
    };

    private EntityState Unfinished(string name) => EntityState.New(ReputationEntity.ConfigurationSet(name)) with
    {
        Version = 2,
        Level = Level.Critical,
        Sending = SendingStatus.Pausing,
        PausedAt = time.GetUtcNow() - TimeSpan.FromMinutes(2),
        ChangedAt = time.GetUtcNow() - TimeSpan.FromMinutes(2),
        LeasedUntil = time.GetUtcNow() - TimeSpan.FromMinutes(1),
        Finding = "bounce rate at 12 %",
    };

    private async Task AddAsync(IReadOnlyList<EntityState> states)
    {
        await Parallel.ForEachAsync(
            states.Chunk(ItemsPerWrite),
            new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce },
            async (chunk, cancellationToken) => await deployment.Database.BatchWriteItemAsync(
                new BatchWriteItemRequest
                {
                    RequestItems = new() { [Table] = [.. chunk.Select(state => new WriteRequest(new PutRequest(StateItem.Of(state))))] },
                },
                cancellationToken));
        await new WorkStore(deployment.Database, deployment.Settings, time).AddMissingAsync([.. states.Select(state => state.Entity)], CancellationToken.None);
    }
}
