using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Feedback.Notifications;
using Feedback.Suppression;
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

        (await ReplaceAsync(read.With(SuppressionReason.Complaint, new SuppressionCause(Noon, "message-2")))).ShouldBeTrue();

        var entry = (await Bench.EntryAsync(Address("ann")))!;
        entry.Version.ShouldBe(2);
        entry.Reasons.Keys.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Complaint]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryReplaceAsync_EntryChangedSince_WritesNothing(bool removes)
    {
        await ReplaceAsync(Entry("ann"));
        var read = (await Bench.EntryAsync(Address("ann")))!;
        await ReplaceAsync(read.With(SuppressionReason.Complaint, new SuppressionCause(Noon, "message-2")));

        var late = read.Without(SuppressionReason.HardBounce);
        (await ReplaceAsync(removes ? late : late.With(SuppressionReason.Unsubscribed, new SuppressionCause(Noon, "message-3")))).ShouldBeFalse();

        (await Bench.EntryAsync(Address("ann")))!.Reasons.Keys.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Complaint]);
    }

    [Fact]
    public async Task TryReplaceAsync_NoReasonLeft_RemovesTheEntry()
    {
        await ReplaceAsync(Entry("ann"));
        var read = (await Bench.EntryAsync(Address("ann")))!;

        (await ReplaceAsync(read.Without(SuppressionReason.HardBounce))).ShouldBeTrue();

        (await Bench.EntryAsync(Address("ann")))?.Reasons.ShouldBeEmpty();
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
        await ReplaceAsync(read.Without(SuppressionReason.SoftBounceLimit));
        await Bench.NewRecorder().RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);

        (await ReplaceAsync(read.Without(SuppressionReason.SoftBounceLimit))).ShouldBeFalse();

        (await Bench.EntryAsync(Address("ann"))).ShouldNotBeNull().Reasons.Keys.ShouldBe([SuppressionReason.HardBounce]);
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

        Bench.Wire.Requests[0].Json["Item"]!["ExpiresAt"]!["N"]!.GetValue<string>().ShouldBe($"{Noon.AddDays(14).ToUnixTimeSeconds()}");
        Bench.Wire.Requests[1].Json["Item"]!["ExpiresAt"].ShouldBeNull();
    }

    private Task<IReadOnlyList<SuppressionEntry>> FindAsync(params EmailAddress[] addresses) =>
        Bench.Suppressions.FindAsync(addresses, CancellationToken.None);

    private Task<bool> ReplaceAsync(SuppressionEntry entry) => Bench.Suppressions.TryReplaceAsync(entry, CancellationToken.None);
}
