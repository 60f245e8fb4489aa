using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class SuppressionStoreTests(DatabaseFixture database) : StoreTest(database, "suppressions", retries: 1)
{
    [Fact]
    public async Task FindAsync_NoAddresses_ReadsNothing()
    {
        (await FindAsync()).ShouldBeEmpty();

        Bench.Wire.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_MoreThanARequestTakes_FindsThoseThatAreThere()
    {
        for (var i = 0; i < 30; i++)
        {
            await ReplaceAsync(Entry($"r{i * 10}"));
        }

        Bench.Wire.Forget();
        var found = await FindAsync([.. Enumerable.Range(0, 250).Select(i => Address($"r{i}"))]);

        found.Select(entry => entry.Address.Value).ShouldBe(Enumerable.Range(0, 25).Select(i => $"r{i * 10}@example.org"), ignoreOrder: true);
        Bench.Wire.Operations.ShouldBe(Enumerable.Repeat("BatchGetItem", 3));
    }

    [Fact]
    public async Task FindAsync_SameAddressTwice_IsAskedForOnce()
    {
        await ReplaceAsync(Entry("ann"));

        (await FindAsync(Address("ann"), Address("bob"), Address("ANN"))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FindAsync_KeysLeftUnprocessed_AreAskedForAgain()
    {
        await ReplaceAsync(Entry("ann"));
        Bench.Wire.Forget();
        Bench.Wire.Disturb("BatchGetItem", (request, _) => Task.FromResult(Wire.Reply(
            HttpStatusCode.OK,
            new JsonObject { ["Responses"] = new JsonObject(), ["UnprocessedKeys"] = request.Json["RequestItems"]!.DeepClone() }.ToJsonString())));

        (await FindAsync(Address("ann"))).ShouldHaveSingleItem();

        Bench.Wire.Operations.Count.ShouldBe(2);
        Bench.Wire.Requests.ShouldAllBe(request => request.Json["RequestItems"]![Bench.Settings.SuppressionTable]!["ConsistentRead"]!.GetValue<bool>());
    }

    [Fact]
    public async Task TryReplaceAsync_NewEntry_IsWrittenAtVersionOne()
    {
        (await ReplaceAsync(Entry("ann"))).ShouldBeTrue();

        (await Bench.EntryAsync(Address("ann"))).ShouldNotBeNull().Version.ShouldBe(1);
        (await ReplaceAsync(Entry("ann"))).ShouldBeFalse(); // it is no longer new
    }

    [Fact]
    public async Task TryReplaceAsync_EntryAsItWasRead_IsReplaced()
    {
        await ReplaceAsync(Entry("ann"));
        var read = (await Bench.EntryAsync(Address("ann")))!;

        (await ReplaceAsync(read.Seen(SuppressionReason.Complaint, Noon, "message-2"))).ShouldBeTrue();

        var entry = (await Bench.EntryAsync(Address("ann")))!;
        entry.Version.ShouldBe(2);
        entry.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Complaint]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryReplaceAsync_EntryChangedSince_WritesNothing(bool removes)
    {
        await ReplaceAsync(Entry("ann"));
        var read = (await Bench.EntryAsync(Address("ann")))!;
        await ReplaceAsync(read.Seen(SuppressionReason.Complaint, Noon, "message-2"));

        var late = read.Removed(scope: null, Noon);
        (await ReplaceAsync(removes ? late : late.Seen(SuppressionReason.Unsubscribed, Noon, "message-3"))).ShouldBeFalse();

        (await Bench.EntryAsync(Address("ann")))!.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Complaint]);
    }

    [Fact]
    public async Task TryReplaceAsync_NoReasonLeft_RemovesTheEntry()
    {
        await ReplaceAsync(Entry("ann", reason: SuppressionReason.SoftBounceLimit));
        var read = (await Bench.EntryAsync(Address("ann")))!;

        (await ReplaceAsync(read.WithSoftBounces(null))).ShouldBeTrue();

        (await Bench.EntryAsync(Address("ann")))?.Causes.ShouldBeEmpty();
        var left = DateTimeOffset.FromUnixTimeSeconds(long.Parse(
            Bench.Wire.Requests.Last(request => request.Operation == "PutItem").Json["Item"]!["ExpiresAt"]!["N"]!.GetValue<string>(),
            CultureInfo.InvariantCulture));
        left.ShouldBe(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task TryReplaceAsync_EntryRemovedAndWrittenAnewSince_WritesNothing()
    {
        await ReplaceAsync(Entry("ann", reason: SuppressionReason.SoftBounceLimit));
        var read = (await Bench.EntryAsync(Address("ann")))!;
        await ReplaceAsync(read.WithSoftBounces(null));
        await Bench.NewRecorder().RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);

        (await ReplaceAsync(read.WithSoftBounces(null))).ShouldBeFalse();

        (await Bench.EntryAsync(Address("ann"))).ShouldNotBeNull().Reasons.ShouldBe([SuppressionReason.HardBounce]);
    }

    [Theory]
    [InlineData("com.amazon.coral.availability#ThrottlingException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#TransactionConflictException")]
    public async Task TryReplaceAsync_ThrottledOrInConflict_IsFalse(string type)
    {
        Bench.Wire.Answer("PutItem", DynamoErrors.Of(type), times: 2);

        (await ReplaceAsync(Entry("ann"))).ShouldBeFalse();

        (await Bench.EntryAsync(Address("ann"))).ShouldBeNull();
    }

    [Fact]
    public async Task TryReplaceAsync_EndingAndLastingReasons_ExpiresOnlyWhatEnds()
    {
        await ReplaceAsync(Entry("ann", reason: SuppressionReason.SoftBounceLimit));
        await ReplaceAsync(Entry("bob"));

        Bench.Wire.Requests[0].Json["Item"]!["ExpiresAt"]!["N"]!.GetValue<string>().ShouldBe(
            $"{(Noon.AddDays(14) + Bench.Settings.OutcomeRetention).ToUnixTimeSeconds()}");
        Bench.Wire.Requests[1].Json["Item"]!["ExpiresAt"].ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_ItemOfTheLayoutBeforeScopes_IsReadAsWhatItMeant()
    {
        await PutAsync("""
            {
              "Address": { "S": "ann@example.org" }, "RecipientHash": { "S": "x" }, "Version": { "N": "3" }, "ExpiresAt": { "N": "1796000000" },
              "Reasons": { "M": {
                "SesGlobalList": { "M": { "OccurredAt": { "S": "2026-11-18T12:00:00.0000000Z" }, "MessageId": { "S": "message-1" } } },
                "Unsubscribed": { "M": { "OccurredAt": { "S": "2026-11-18T12:00:00.0000000Z" }, "MessageId": { "S": "message-2" } } }
              } }
            }
            """);

        var entry = (await FindAsync(Address("ann"))).ShouldHaveSingleItem();

        entry.Version.ShouldBe(3);
        entry.Causes.Keys.ShouldAllBe(key => key.Scope == SuppressionScope.Everywhere);
        entry.Events(SuppressionReason.SesGlobalList).Until.ShouldBe(Noon.AddDays(14));
        entry.Events(SuppressionReason.Unsubscribed).Until.ShouldBeNull();
        (await ReplaceAsync(entry.Seen(SuppressionReason.HardBounce, Noon))).ShouldBeTrue();
        (await Bench.EntryAsync(Address("ann")))!.Reasons.ShouldBe(
            [SuppressionReason.HardBounce, SuppressionReason.SesGlobalList, SuppressionReason.Unsubscribed]);
    }

    [Theory]
    [InlineData("""{"Address":{"S":"ann@example.org"},"Version":{"N":"1"},"Scopes":{"M":{"*":{"M":{"Vacation":{"M":{}}}}}}}""")]
    [InlineData("""{"Address":{"S":"ann@example.org"},"Version":{"N":"1"},"Scopes":{"M":{"no set":{"M":{"Unsubscribed":{"M":{}}}}}}}""")]
    [InlineData("""{"Address":{"S":"ann@example.org"},"Version":{"N":"1"},"Scopes":{"M":{"*":{"M":{"HardBounce":{"M":{}}}}}}}""")]
    [InlineData("""{"Address":{"S":"ann@example.org"},"Version":{"N":"1"},"Scopes":{"M":{"*":{"M":{"Manual":{"M":{"At":{"S":"x"}}}}}}}}""")]
    [InlineData("""{"Address":{"S":"ann@example.org"},"Version":{"N":"1"}}""")]
    [InlineData("""{"Address":{"S":"ann@example.org"},"Scopes":{"M":{}}}""")]
    public async Task FindAsync_ItemThatFeedbackDidNotWriteSo_IsRefusedAndLeftAlone(string json)
    {
        await PutAsync(json);

        await Should.ThrowAsync<InvalidDataException>(() => FindAsync(Address("ann")));
        var recorded = await Bench.NewRecorder().RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);

        recorded.Observations.ShouldBeEmpty();
        (await RawAsync()).Count.ShouldBe(JsonNode.Parse(json)!.AsObject().Count);
    }

    private async Task<Dictionary<string, AttributeValue>> RawAsync() => (await Bench.Dynamo.GetItemAsync(
        new GetItemRequest { TableName = Bench.Settings.SuppressionTable, Key = SuppressionKeys.Of(Address("ann")), ConsistentRead = true })).Item;

    private Task PutAsync(string json) => Bench.Dynamo.PutItemAsync(
        new PutItemRequest { TableName = Bench.Settings.SuppressionTable, Item = ItemJson.Read(json) });

    private Task<IReadOnlyList<SuppressionEntry>> FindAsync(params EmailAddress[] addresses) =>
        Bench.Suppressions.FindAsync(addresses, CancellationToken.None);

    private Task<bool> ReplaceAsync(SuppressionEntry entry) => Bench.Suppressions.TryReplaceAsync(entry, CancellationToken.None);
}
