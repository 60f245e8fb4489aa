using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Suppression;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class SoftSuppressionLogTests(DatabaseFixture database) : StoreTest(database, "softlog")
{
    private readonly TestClock _clock = new(Noon);

    [Fact]
    public async Task ReadAsync_NothingAdded_IsEmpty() => (await ReadAsync(from: null)).ShouldBeEmpty();

    [Fact]
    public async Task ReadAsync_FromATime_IsWhatWasAddedSinceInItsOrder()
    {
        await Log.AddAsync([Softly("cleo")], CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Log.AddAsync([Softly("ann")], CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Log.AddAsync([Softly("ben")], CancellationToken.None);

        var second = (Noon.AddSeconds(1), Address("ann").Hash);
        var third = (Noon.AddSeconds(2), Address("ben").Hash);
        (await ReadAsync(from: null)).ShouldBe([(Noon, Address("cleo").Hash), second, third]);
        (await ReadAsync(Noon.AddSeconds(1))).ShouldBe([second, third]);
        (await ReadAsync(Noon.AddSeconds(1).AddTicks(1))).ShouldBe([third]);
    }

    [Fact]
    public async Task AddAsync_AnEntrySuppressedOtherwise_AddsNothing()
    {
        await Log.AddAsync([SuppressionEntry.Empty(Address("ann"))], CancellationToken.None);

        (await ReadAsync(from: null)).ShouldBeEmpty();
        Bench.Wire.Operations.ShouldNotContain("PutItem");
    }

    [Fact]
    public async Task AddAsync_AnEntry_IsKeptForAsLongAsItsSuppressionIsNeeded()
    {
        await Log.AddAsync([Softly("ann")], CancellationToken.None);

        var key = ReputationKeys.SoftSuppression($"{Attributes.Text(Noon)}#{Address("ann").Hash}");
        var item = (await Bench.Dynamo.GetItemAsync(new GetItemRequest { TableName = Bench.Settings.ReputationTable, Key = key })).Item;
        item.Number(Attributes.ExpiresAt).ShouldBe((Noon.AddDays(14) + Bench.Settings.OutcomeRetention).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task ReadAsync_ABatchWithoutNewEntries_CostsOneReadUnit()
    {
        await Log.AddAsync(Enumerable.Range(0, 200).Select(number => Softly($"r{number}")), CancellationToken.None);
        var request = new QueryRequest
        {
            TableName = Bench.Settings.ReputationTable,
            KeyConditionExpression = $"{ReputationKeys.Partition} = :p AND {ReputationKeys.Sort} >= :from",
            ExpressionAttributeValues = new()
            {
                [":p"] = Attributes.Of(ReputationKeys.SoftSuppressions),
                [":from"] = Attributes.Of(Attributes.Text(Noon.AddMinutes(1))),
            },
            ConsistentRead = true,
            ReturnConsumedCapacity = "TOTAL",
        };

        var empty = await Bench.Dynamo.QueryAsync(request);
        request.ExpressionAttributeValues[":from"] = Attributes.Of(Attributes.Text(Noon));
        var all = await Bench.Dynamo.QueryAsync(request);

        // DynamoDB's minimum is a unit for a consistent read, also of nothing.
        empty.ConsumedCapacity.CapacityUnits!.Value.ShouldBeLessThanOrEqualTo(1);
        all.Items.Count.ShouldBe(200);
        all.ConsumedCapacity.CapacityUnits!.Value.ShouldBeLessThanOrEqualTo(200 * 120 / 4096.0 + 1);
    }

    private SoftSuppressionLog Log => new(Bench.Dynamo, Bench.Settings, _clock);

    private static SuppressionEntry Softly(string recipient) => SuppressionEntry.Empty(Address(recipient))
        .WithSoftBounces(new EventCause(Noon, 5, new SuppressionEvent(Noon, "message-1"), Noon.AddDays(14)));

    private async Task<List<(DateTimeOffset At, string RecipientHash)>> ReadAsync(DateTimeOffset? from)
    {
        var all = new List<(DateTimeOffset, string)>();
        await foreach (var added in Log.ReadAsync(from, CancellationToken.None))
        {
            all.Add(added);
        }

        return all;
    }
}
