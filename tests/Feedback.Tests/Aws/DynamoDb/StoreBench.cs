using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>The stores over tables of their own, with a wire that records and disturbs their requests.</summary>
internal sealed class StoreBench : IDisposable
{
    private StoreBench(Uri endpoint, IReadOnlyDictionary<string, string> tables, int retries)
    {
        Settings = TestSettings.Default with
        {
            OutcomesTable = tables["OutcomesTable"],
            ReputationTable = tables["ReputationTable"],
            SuppressionTable = tables["SuppressionTable"],
        };
        Dynamo = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            HttpClientFactory = Wire,
            MaxErrorRetry = retries,
        });
        Layout = new TableLayout(Dynamo, Settings);
        Outcomes = NewOutcomes();
        Counters = new CounterStore(Dynamo, Settings, Layout, NewMerger(TimeProvider.System));
        States = new StateStore(Dynamo, Settings, TimeProvider.System, NullLogger<StateStore>.Instance);
        Suppressions = new SuppressionStore(Dynamo, Settings, TimeProvider.System);
    }

    internal Wire Wire { get; } = new();

    internal Settings Settings { get; }

    internal AmazonDynamoDBClient Dynamo { get; }

    internal TableLayout Layout { get; }

    internal OutcomeStore Outcomes { get; }

    internal CounterStore Counters { get; }

    internal StateStore States { get; }

    internal SuppressionStore Suppressions { get; }

    /// <summary>Counts nothing, because the digest is off.</summary>
    internal SuppressionTally SuppressionTally => new(new SuppressionCounts(Dynamo, Settings, TimeProvider.System), NullLogger<SuppressionTally>.Instance);

    /// <param name="database">Where the tables go.</param>
    /// <param name="prefix">What the tables' names begin with.</param>
    /// <param name="retries">The SDK's own; 0 shows each refusal to the store at once.</param>
    internal static async Task<StoreBench> CreateAsync(DatabaseFixture database, string prefix, int retries = 4) =>
        await CheckedAsync(new StoreBench(database.Endpoint, await database.NewTablesAsync(prefix), retries));

    internal OutcomeRecorder NewRecorder() => new(NewOutcomes(), SuppressionTerms.Default, TimeProvider.System, NullLogger<OutcomeRecorder>.Instance);

    /// <summary>A store as another process would have it, with shards of its own.</summary>
    internal OutcomeStore NewOutcomes(CounterShards? shards = null, Settings? settings = null) => new(
        Dynamo, settings ?? Settings, Layout, shards ?? new CounterShards(TimeProvider.System), TimeProvider.System, NullLogger<OutcomeStore>.Instance);

    internal CounterMerger NewMerger(TimeProvider time) => new(Dynamo, Settings, time, NullLogger<CounterMerger>.Instance);

    internal async Task<Tally> SumAsync(ReputationEntity entity)
    {
        var counters = await Counters.ReadAsync(entity, DateTimeOffset.UnixEpoch, CancellationToken.None);
        return counters.Aggregate(Tally.Zero, (sum, counter) => sum + counter.Tally);
    }

    internal async Task<Outcome?> OutcomeAsync(OutcomeKey key) =>
        await Outcomes.OfRecipientAsync(key.RecipientHash, CancellationToken.None).SingleOrDefaultAsync(outcome => outcome.Key == key);

    internal async Task<SuppressionEntry?> EntryAsync(EmailAddress address) =>
        (await Suppressions.FindAsync([address], CancellationToken.None)).SingleOrDefault();

    /// <summary>The layout is looked at once in a process, so its requests are none of the tests'.</summary>
    private static async Task<StoreBench> CheckedAsync(StoreBench bench)
    {
        await bench.Layout.EnsureAsync(CancellationToken.None);
        bench.Wire.Forget();
        return bench;
    }

    public void Dispose()
    {
        Dynamo.Dispose();
        Wire.Dispose();
    }
}
