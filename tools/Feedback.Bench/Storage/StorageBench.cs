using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Local.Database;
using Feedback.Local.Templates;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Bench.Storage;

/// <summary>The stores over the template's tables in an embedded database, behind a metered client.</summary>
internal sealed class StorageBench : IAsyncDisposable
{
    private const int ItemsPerTransaction = 100;

    private readonly EmbeddedDatabase _database;
    private readonly ResponseBytes _bytes = new();
    private readonly MeteredDynamoDb _dynamo;

    private StorageBench(EmbeddedDatabase database, Settings settings, TimeProvider time)
    {
        (_database, Settings) = (database, settings);
        _dynamo = new MeteredDynamoDb(database.Endpoint, _bytes);
        var layout = new TableLayout(_dynamo, settings);
        Counters = new CounterStore(_dynamo, settings, layout, new CounterMerger(_dynamo, settings, time, NullLogger<CounterMerger>.Instance));
        var outcomes = new OutcomeStore(_dynamo, settings, layout, new CounterShards(time), time, NullLogger<OutcomeStore>.Instance);
        Recorder = new OutcomeRecorder(outcomes, SuppressionTerms.Default, time, NullLogger<OutcomeRecorder>.Instance);
    }

    public Settings Settings { get; }

    public CounterStore Counters { get; }

    public OutcomeRecorder Recorder { get; }

    public long Bytes => _bytes.Bytes;

    public int Requests => _bytes.Requests;

    public static async Task<StorageBench> StartAsync(TimeProvider time)
    {
        var (template, stack) = (Template.Load(), new StackSettings());
        var database = await EmbeddedDatabase.StartAsync();
        using var client = database.CreateClient();
        await template.CreateTablesAsync(client, stack);
        return new StorageBench(database, SettingsReader.Read(template.Function("BounceFunction", stack).Environment.GetValueOrDefault), time);
    }

    public double Units(string table) => _dynamo.Units(table);

    public void Forget()
    {
        _bytes.Forget();
        _dynamo.Forget();
    }

    /// <summary>Counts a million mails in each quarter of an hour, and ends with the layout checked, as in a process that runs.</summary>
    public async Task FillAsync(ReputationEntity entity, DateTimeOffset from, DateTimeOffset to)
    {
        var quarters = Enumerable.Range(0, (int)((to - from) / Bucket.Width) + 1).Select(i => new CounterDelta(
            entity, Bucket.Of(from + (i * Bucket.Width)), new Tally(1_000_000 + i, 990_000 + i, 10_000 + i, 1_000 + i, 400 + (i % 100))));
        var items = quarters.GroupBy(delta => delta.Hour).Select(hour => CounterUpdate.Of(
            Settings.ReputationTable,
            CounterKeys.Of(entity, hour.Key, shard: 0),
            hour.SelectMany(CounterItem.Increments),
            new DomainClasses(ushort.MaxValue),
            Attributes.Expiry(hour.Key + Settings.CounterRetention)));
        foreach (var transaction in items.Chunk(ItemsPerTransaction))
        {
            await _dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. transaction] });
        }

        await Counters.ReadAsync(entity, to, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _dynamo.Dispose();
        _bytes.Dispose();
        await _database.DisposeAsync();
    }
}
