using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Operating;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class SuppressionTableTests(DatabaseFixture database) : StoreTest(database, "operators", retries: 1)
{
    private SuppressionTable Table => new(Bench.Dynamo, Bench.Settings, Bench.Layout, TimeProvider.System);

    private SuppressionCommands Commands => new(Bench.Suppressions, Table, Bench.SuppressionTally, TimeProvider.System);

    [Fact]
    public async Task TryChangeAsync_OneEntryChangedSince_WritesNothing()
    {
        await Table.TryChangeAsync([Entry("ann")], [], CancellationToken.None);

        (await Table.TryChangeAsync([Entry("bob"), Entry("ann")], [Change("ann", "Added")], CancellationToken.None)).ShouldBeFalse();

        (await Bench.EntryAsync(Address("bob"))).ShouldBeNull();
        (await Table.HistoryAsync(Address("ann").Hash, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("com.amazon.coral.availability#ThrottlingException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#TransactionInProgressException")]
    public async Task TryChangeAsync_AnotherWriterIsAtWork_IsFalse(string type)
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Of(type), times: 2);

        (await Table.TryChangeAsync([Entry("ann")], [], CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task HistoryAsync_SeveralChanges_AreTheLatestFirst()
    {
        var (first, second) = (Change("ann", "Added", hours: 1), Change("ann", "Allowed", hours: 2));
        await Table.TryChangeAsync([Entry("ann")], [first, second, Change("bob", "Added")], CancellationToken.None);

        (await Table.HistoryAsync(Address("ann").Hash, 10, CancellationToken.None)).ShouldBe([second, first]);
        (await Table.HistoryAsync(Address("ann").Hash, 1, CancellationToken.None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AllAsync_MoreThanAPageAndABrokenOne_ReturnsAll()
    {
        var order = new OperatorCause(Noon, "eve", new string('x', 400), until: null);
        foreach (var batch in Enumerable.Range(0, 3_000).Select(i => SuppressionEntry.Empty(Address($"r{i}")).Added(default, order)).Chunk(100))
        {
            await Table.TryChangeAsync(batch, [], CancellationToken.None);
        }

        await Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.SuppressionTable, Item = SuppressionKeys.Of(Address("broken")) });
        Bench.Wire.Forget();

        var all = await Table.AllAsync(CancellationToken.None).ToListAsync();

        all.Count(stored => stored.Entry is not null).ShouldBe(3_000);
        all.Single(stored => stored.Problem is not null).Problem.ShouldNotBeNull().ShouldNotContain("@");
        Bench.Wire.Operations.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task AddAsync_AnotherWriterInBetween_KeepsWhatItWrote()
    {
        var raced = false;
        Bench.Wire.Disturb("TransactWriteItems", async (request, send) =>
        {
            if (!raced)
            {
                raced = true;
                await Bench.NewRecorder().RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);
            }

            return await send();
        });

        await Commands.AddAsync(Address("ann"), default, "asked by phone", until: null, "eve", CancellationToken.None);

        raced.ShouldBeTrue();
        (await Bench.EntryAsync(Address("ann")))!.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Manual]);
        (await Table.HistoryAsync(Address("ann").Hash, 10, CancellationToken.None)).ShouldHaveSingleItem().Text.ShouldBe("for all mail: asked by phone");
    }

    [Fact]
    public async Task EraseAsync_AnAddressWithOutcomes_LeavesNoDomainAndARepeatChangesNothing()
    {
        var bounce = Observe(Evidence.HardBounced);
        Observation[] seen = [bounce, Observe(Evidence.Delivered, message: "message-2"), Observe(Evidence.HardBounced, "bob")];
        await Bench.NewRecorder().RecordAsync(seen, CancellationToken.None);
        var counted = await Bench.SumAsync(News);

        (await Commands.EraseAsync(Address("ann"), "request 4711", "eve", CancellationToken.None)).ShouldBe((true, 2));
        await Bench.NewRecorder().RecordAsync([bounce], CancellationToken.None);

        (await Bench.EntryAsync(Address("ann"))).ShouldBeNull();
        (await Bench.OutcomeAsync(bounce.Key)).ShouldNotBeNull().ReputationEvent.ShouldNotBeNull().Domain.ShouldBe("erased");
        (await Bench.SumAsync(News)).ShouldBe(counted);
        (await Bench.EntryAsync(Address("bob"))).ShouldNotBeNull();
        (await Commands.EraseAsync(Address("zoe"), "request 4712", "eve", CancellationToken.None)).ShouldBe((false, 0));
    }

    [Fact]
    public async Task RunAsync_ImportBesideTheFunctions_LosesNothingOfEither()
    {
        var lines = Enumerable.Range(0, 600).Select(i => (Address($"r{i % 300}"), (Func<SuppressionEntry, SuppressionEntry>)(entry =>
            entry.Imported(default, new OperatorCause(Noon, "eve", $"line {i / 300}", until: null)))));
        var bounces = Enumerable.Range(0, 300).Select(i => Observe(Evidence.HardBounced, $"r{i}", $"message-{i}"));
        var import = new SuppressionImport(
            Bench.Suppressions, Table, new SoftSuppressionLog(Bench.Dynamo, Bench.Settings, TimeProvider.System), Bench.SuppressionTally, TimeProvider.System);

        var importing = import.RunAsync(lines, CancellationToken.None);
        await Bench.NewRecorder().RecordAsync(bounces, CancellationToken.None);
        var result = await importing;
        var again = await import.RunAsync(lines, CancellationToken.None);

        (result.Written + result.Unchanged).ShouldBe(600);
        again.ShouldBe((0, 600));
        (await Bench.EntryAsync(Address("r7")))!.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Imported]);
    }

    private static SuppressionChange Change(string name, string what, int hours = 0) =>
        new(Address(name).Hash, Noon.AddHours(hours), what, "eve", "because");
}
