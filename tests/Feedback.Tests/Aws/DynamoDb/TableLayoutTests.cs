using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Reputation;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class TableLayoutTests(DatabaseFixture database) : IAsyncLifetime
{
    private const string FirstKey = "0123456789abcdef0123456789abcdef";

    private StoreBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "layout", retries: 0);
        await _bench.Dynamo.DeleteItemAsync(new DeleteItemRequest { TableName = _bench.Settings.ReputationTable, Key = ReputationKeys.Layout() });
        _bench.Wire.Forget();
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task EnsureAsync_NewTable_WritesTheLayoutOnce()
    {
        var layout = NewLayout();

        await layout.EnsureAsync(CancellationToken.None);
        await layout.EnsureAsync(CancellationToken.None);
        await layout.CheckAsync(CancellationToken.None);

        (await ItemAsync())["Layout"].N.ShouldBe("3");
        _bench.Wire.Operations.Take(3).ShouldBe(["GetItem", "Query", "PutItem"]);
        _bench.Wire.Operations.Count.ShouldBe(4); // the last one is this test's
    }

    [Fact]
    public async Task CheckAsync_NewTable_WritesNothing()
    {
        await NewLayout().CheckAsync(CancellationToken.None);

        (await ItemAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task CheckAsync_TableOfThisLayout_IsOneRequest()
    {
        await NewLayout().EnsureAsync(CancellationToken.None);
        _bench.Wire.Forget();

        var layout = NewLayout();
        await layout.EnsureAsync(CancellationToken.None);
        await layout.EnsureAsync(CancellationToken.None);

        _bench.Wire.Operations.ShouldBe(["GetItem"]);
    }

    [Fact]
    public async Task EnsureAsync_WrittenByAnotherProcessMeanwhile_GoesOn()
    {
        _bench.Wire.Disturb("PutItem", async (_, send) =>
        {
            await NewLayout().EnsureAsync(CancellationToken.None);
            return await send();
        });

        await NewLayout().EnsureAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stores_TableOfTheFirstLayout_AreRefusedWithWhatToDo()
    {
        await PutAsync(new()
        {
            [ReputationKeys.Partition] = Attributes.Of("account"),
            [ReputationKeys.Sort] = Attributes.Of("COUNT#2026-11-18T12:15#3"),
            ["Attempts"] = Attributes.Of(1),
        });

        var refusal = await Should.ThrowAsync<TableLayoutException>(() => NewLayout().CheckAsync(CancellationToken.None));
        refusal.Message.ShouldContain("has layout 1");
        refusal.Message.ShouldContain("Deploy this version as a new stack");
        refusal.Message.ShouldContain("docs/operations.md");
        await Should.ThrowAsync<TableLayoutException>(() => Counters().ReadAsync(ReputationEntity.Account, Noon, CancellationToken.None));
        await Should.ThrowAsync<TableLayoutException>(() => Outcomes().WriteAsync(TransactionOf(Observe(Evidence.Delivered)), CancellationToken.None));
        (await _bench.OutcomeAsync(Observe(Evidence.Delivered).Key)).ShouldBeNull();
    }

    [Fact]
    public async Task EnsureAsync_TableOfALaterLayout_IsRefused()
    {
        var item = ReputationKeys.Layout();
        item["Layout"] = Attributes.Of(TableLayout.Current + 1);
        await PutAsync(item);

        var refusal = await Should.ThrowAsync<TableLayoutException>(() => NewLayout().EnsureAsync(CancellationToken.None));
        refusal.Message.ShouldContain($"has layout {TableLayout.Current + 1}");
    }

    [Theory]
    [InlineData(null, FirstKey)]
    [InlineData(FirstKey, null)]
    [InlineData(FirstKey, "another key of 32 characters, too")]
    public async Task CheckAsync_HashesMadeWithAnotherKey_IsRefusedWithoutRevealingIt(string? made, string? own)
    {
        await NewLayout(made).EnsureAsync(CancellationToken.None);
        await NewLayout(made).EnsureAsync(CancellationToken.None);

        var refusal = await Should.ThrowAsync<TableKeyException>(() => NewLayout(own).EnsureAsync(CancellationToken.None));

        refusal.Message.ShouldContain("Nothing was read or counted.");
        refusal.Message.ShouldContain("FEEDBACK_RECIPIENT_HASH_KEY");
        foreach (var secret in new[] { made, own }.OfType<string>())
        {
            refusal.Message.ShouldNotContain(secret);
            (await ItemAsync()).Values.ShouldAllBe(value => value.S == null || !value.S.Contains(secret));
        }
    }

    [Fact]
    public async Task EnsureAsync_AnotherKeyWasFirst_IsRefused()
    {
        _bench.Wire.Disturb("PutItem", async (_, send) =>
        {
            await NewLayout(FirstKey).EnsureAsync(CancellationToken.None);
            return await send();
        });

        await Should.ThrowAsync<TableKeyException>(() => NewLayout().EnsureAsync(CancellationToken.None));
    }

    private TableLayout NewLayout(string? key = null) =>
        new(_bench.Dynamo, _bench.Settings with { RecipientHashKey = key is null ? null : new RecipientHashKey(key) });

    private CounterStore Counters() => new(_bench.Dynamo, _bench.Settings, NewLayout(), _bench.NewMerger(TimeProvider.System));

    private OutcomeStore Outcomes() => new(
        _bench.Dynamo,
        _bench.Settings,
        NewLayout(),
        new CounterShards(TimeProvider.System),
        TimeProvider.System,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<OutcomeStore>.Instance);

    private async Task<Dictionary<string, AttributeValue>> ItemAsync() => (await _bench.Dynamo.GetItemAsync(
        new GetItemRequest { TableName = _bench.Settings.ReputationTable, Key = ReputationKeys.Layout(), ConsistentRead = true })).Item ?? [];

    private Task PutAsync(Dictionary<string, AttributeValue> item) =>
        _bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = _bench.Settings.ReputationTable, Item = item });
}
