using System.Reflection;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;
using FsCheck.Fluent;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Every item reads back exactly as it was written.</summary>
public sealed class RoundTripTests(DatabaseFixture database) : StoreTest(database, "roundtrip")
{
    private const int Samples = 200;

    [Fact]
    public async Task Outcome_Any_ReadsAsWritten()
    {
        foreach (var outcome in AnyItem.Outcome.Sample(Samples))
        {
            await PutAsync(Bench.Settings.OutcomesTable, OutcomeItem.Of(outcome, outcome.SentAt));

            (await Bench.OutcomeAsync(outcome.Key)).ShouldBe(outcome);
        }
    }

    [Fact]
    public async Task SuppressionEntry_Any_ReadsAsWritten()
    {
        foreach (var entry in AnyItem.SuppressionEntry.Sample(Samples))
        {
            await PutAsync(Bench.Settings.SuppressionTable, SuppressionItem.Of(entry, Aws.DynamoDb.Samples.Noon, Bench.Settings.OutcomeRetention));

            var read = (await Bench.EntryAsync(entry.Address)).ShouldNotBeNull();
            (read.Address, read.Version).ShouldBe((entry.Address, entry.Version));
            read.SaysTheSameAs(entry).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task EntityState_Any_ReadsAsWritten()
    {
        foreach (var state in AnyItem.EntityState.Sample(Samples))
        {
            await PutAsync(Bench.Settings.ReputationTable, StateItem.Of(state));

            var read = await Bench.States.GetAsync(state.Entity, CancellationToken.None);
            read.ShouldSay(state);
        }
    }

    [Fact]
    public async Task HistoryEntry_Any_ReadsAsWritten()
    {
        foreach (var entry in AnyItem.HistoryEntry.Sample(Samples))
        {
            var item = HistoryItem.Of(entry);
            await PutAsync(Bench.Settings.ReputationTable, item);

            (await Bench.States.HistoryAsync(entry.Entity, 1_000, CancellationToken.None)).ShouldContain(entry);
        }
    }

    [Fact]
    public void Counter_AnyBucket_ReadsAsWritten()
    {
        for (var i = 0; i < 96 * 366; i += 7)
        {
            var bucket = Bucket.Of(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * i));
            var delta = new CounterDelta(ReputationEntity.Account, bucket, new Tally(1, -2, 3, 4, 5) { Problems = new SendingProblems(6, -7, 8) });
            var item = CounterKeys.Of(delta.Entity, delta.Hour, shard: 7);
            foreach (var (name, count) in CounterItem.Increments(delta))
            {
                item[name] = Attributes.Of(count);
            }

            CounterItem.Read(item).ShouldHaveSingleItem().ShouldBe((bucket, delta.Tally));
        }
    }

    /// <summary>A new property must be added to <see cref="AnyItem"/> too. Otherwise it could be lost in the table without a failing test.</summary>
    [Theory]
    [InlineData(typeof(Outcome), 9)]
    [InlineData(typeof(Attribution), 7)]
    [InlineData(typeof(ReputationEvent), 4)]
    [InlineData(typeof(SuppressionEntry), 9)]
    [InlineData(typeof(SuppressionKey), 2)]
    [InlineData(typeof(EventCause), 5)]
    [InlineData(typeof(SuppressionEvent), 7)]
    [InlineData(typeof(OperatorCause), 6)]
    [InlineData(typeof(Allowance), 4)]
    [InlineData(typeof(EntityState), 26)]
    [InlineData(typeof(Hold), 6)]
    [InlineData(typeof(RecipientSpread), 4)]
    [InlineData(typeof(DeliveryLag), 2)]
    [InlineData(typeof(PendingAlert), 4)]
    [InlineData(typeof(HistoryEntry), 8)]
    [InlineData(typeof(Rate), 5)]
    [InlineData(typeof(Tally), 6)] // one of them, the problems, is in counters only: windows have none
    public void Properties_OfWhatIsStored_AreThoseThatAreGenerated(Type type, int count) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Count(property => property.Name != "EqualityContract").ShouldBe(count);

    private Task PutAsync(string table, Dictionary<string, AttributeValue> item) =>
        Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = table, Item = item });
}
