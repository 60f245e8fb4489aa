using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Suppression;
using Feedback.Tests.Aws.DynamoDb;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Clients;

/// <summary>Runs the library of senders over a table that Feedback wrote.</summary>
public sealed class SuppressionListTests(DatabaseFixture database) : StoreTest(database, "clients", retries: 0)
{
    private readonly TestClock _clock = new(Noon, skipped: TimeSpan.FromSeconds(2));

    [Fact]
    public async Task CheckAsync_AThousandAddresses_MakesTenRequests()
    {
        await SuppressAsync("r7", SuppressionReason.HardBounce);
        Bench.Wire.Forget();

        var checks = await List().CheckAsync([.. Enumerable.Range(0, 1_000).Select(i => $"R{i} <r{i}@Example.org>")], "news");

        Bench.Wire.Operations.ShouldBe(Enumerable.Repeat("BatchGetItem", 10));
        checks.Select(check => check.Address).ShouldBe(Enumerable.Range(0, 1_000).Select(i => $"R{i} <r{i}@Example.org>"));
        checks.Where(check => !check.MaySend).ShouldHaveSingleItem().Key.ShouldBe("r7@example.org");
    }

    [Fact]
    public async Task CheckAsync_AllKindsOfAnswers_ComeInTheOrderOfTheQuestions()
    {
        await SuppressAsync("ann", SuppressionReason.HardBounce);
        await SuppressAsync("ben", SuppressionReason.Unsubscribed, set: "news");
        var allowance = new Allowance(Noon, "eve", "test", Noon.AddDays(1));
        await WriteAsync(SuppressionEntry.Empty(Address("cid")).Seen(SuppressionReason.Complaint, Noon).Allowed(allowance));

        string[] asked = ["zoe@example.org", "no address", "Cid <cid@example.org>", "ann@example.org", "ben@example.org", "ann@EXAMPLE.org"];
        var checks = await List().CheckAsync(asked, "news");

        checks.Select(check => check.Verdict).ShouldBe(
        [
            SuppressionVerdict.MaySend, SuppressionVerdict.Invalid, SuppressionVerdict.Allowed,
            SuppressionVerdict.Suppressed, SuppressionVerdict.Suppressed, SuppressionVerdict.Suppressed,
        ]);
        checks.Select(check => check.MaySend).ShouldBe([true, false, true, false, false, false]);
        (checks[1].Key, checks[1].Problem).ShouldBe((null, "has no @"));
        checks[2].Until.ShouldBe(Noon.AddDays(1));
        (checks[3].Scope, checks[3].Reason, checks[3].Since, checks[3].Until).ShouldBe(("*", "HardBounce", Noon, null));
        (checks[4].Scope, checks[4].Reason).ShouldBe(("news", "Unsubscribed"));
    }

    [Theory]
    [InlineData("news", false)]
    [InlineData("receipts", true)]
    [InlineData("*", true)]
    [InlineData(null, true)]
    public async Task CheckAsync_OptOut_HoldsForItsSet(string? scope, bool maySend)
    {
        await SuppressAsync("ben", SuppressionReason.Unsubscribed, set: "news");

        (await List().CheckAsync(["ben@example.org"], scope)).ShouldHaveSingleItem().MaySend.ShouldBe(maySend);
    }

    [Fact]
    public async Task CheckAsync_VectorItems_GiveTheAnswers()
    {
        foreach (var vector in Vectors.Items)
        {
            await Bench.Dynamo.DeleteItemAsync(Bench.Settings.SuppressionTable, SuppressionKeys.Of(Address("jane@example.com")));
            if (vector["item"] is { } item)
            {
                await Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.SuppressionTable, Item = ItemJson.Map(item) });
            }

            var clock = new TestClock(DateTimeOffset.FromUnixTimeSeconds(vector["now"]!.GetValue<long>()), skipped: TimeSpan.Zero);
            var check = (await List(clock: clock, consistent: true).CheckAsync(["jane@example.com"], vector["scope"]!.GetValue<string>())).Single();

            (check.MaySend, check.Scope).ShouldBe(
                (vector["maySend"]!.GetValue<bool>(), vector["decidingScope"]?.GetValue<string>()), vector["name"]!.GetValue<string>());
            (check.Verdict == SuppressionVerdict.Allowed ? "Allowed" : check.Reason).ShouldBe(vector["reason"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task CheckAsync_KeysLeftUnprocessed_AreAskedForAgain()
    {
        await SuppressAsync("ann", SuppressionReason.HardBounce);
        Bench.Wire.Disturb("BatchGetItem", (request, _) => LeaveUnprocessed(request));

        (await List().CheckAsync(["ann@example.org"], "news")).ShouldHaveSingleItem().Verdict.ShouldBe(SuppressionVerdict.Suppressed);

        _clock.Now.ShouldBeGreaterThan(Noon);
    }

    [Fact]
    public async Task CheckAsync_KeysLeftUnprocessedForGood_Throws()
    {
        for (var i = 0; i < 3; i++)
        {
            Bench.Wire.Disturb("BatchGetItem", (request, _) => LeaveUnprocessed(request));
        }

        await Should.ThrowAsync<TimeoutException>(() => List(attempts: 3).CheckAsync(["ann@example.org"], "news"));
    }

    [Fact]
    public async Task CheckAsync_DatabaseFails_Throws()
    {
        Bench.Wire.Answer("BatchGetItem", DynamoErrors.Of("com.amazon.coral.availability#ThrottlingException"), times: 1);

        await Should.ThrowAsync<AmazonDynamoDBException>(() => List().CheckAsync(["ann@example.org"], "news"));
    }

    [Fact]
    public async Task CheckAsync_DatabaseFailsAndCallerWantsToKnow_IsUnknownForThatRequestOnly()
    {
        await SuppressAsync("r1", SuppressionReason.HardBounce);
        Bench.Wire.Answer("BatchGetItem", DynamoErrors.Of("com.amazon.coral.availability#ThrottlingException"), times: 1);

        var list = List(onFailure: FailureBehaviour.AnswerUnknown);
        var checks = await list.CheckAsync([.. Enumerable.Range(0, 150).Select(i => $"r{i}@example.org")], "news");

        checks.Count(check => check.Verdict == SuppressionVerdict.Unknown).ShouldBeOneOf(50, 100);
        checks.Where(check => check.Verdict == SuppressionVerdict.Unknown).ShouldAllBe(check => !check.MaySend && check.Problem != null);
        (await list.CheckAsync(["r1@example.org"], "news")).Single().MaySend.ShouldBeFalse();
    }

    [Fact]
    public async Task CheckAsync_Cancelled_ThrowsThatWhateverTheCallerWants()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => List(onFailure: FailureBehaviour.AnswerUnknown).CheckAsync(["ann@example.org"], "news", cancelled.Token));
    }

    [Fact]
    public async Task CheckAsync_Cache_AnswersForItsTimeAndForEveryScope()
    {
        var list = List(cacheFor: TimeSpan.FromMinutes(1));
        (await list.CheckAsync(["ben@example.org"], "news")).Single().MaySend.ShouldBeTrue();
        await SuppressAsync("ben", SuppressionReason.Unsubscribed, set: "news");
        Bench.Wire.Forget();

        (await list.CheckAsync(["Ben@example.org"], "receipts")).Single().MaySend.ShouldBeTrue();
        Bench.Wire.Operations.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await list.CheckAsync(["ben@example.org"], "news")).Single().MaySend.ShouldBeFalse();
        (await list.CheckAsync(["ben@example.org"], "receipts")).Single().MaySend.ShouldBeTrue();
        Bench.Wire.Operations.ShouldBe(["BatchGetItem"]);
    }

    [Fact]
    public async Task CheckAsync_NoAddresses_AsksNothing()
    {
        (await List().CheckAsync(["not one"], "news")).ShouldHaveSingleItem().Verdict.ShouldBe(SuppressionVerdict.Invalid);
        (await List().CheckAsync([], "news")).ShouldBeEmpty();

        Bench.Wire.Operations.ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> LeaveUnprocessed(WireRequest request) => Task.FromResult(Wire.Reply(
        HttpStatusCode.OK,
        new JsonObject { ["Responses"] = new JsonObject(), ["UnprocessedKeys"] = request.Json["RequestItems"]!.DeepClone() }.ToJsonString()));

    private SuppressionList List(
        FailureBehaviour onFailure = FailureBehaviour.Throw,
        TimeSpan cacheFor = default,
        int attempts = 8,
        TestClock? clock = null,
        bool consistent = false) => new(
        Bench.Dynamo,
        new SuppressionListOptions(Bench.Settings.SuppressionTable)
        {
            OnFailure = onFailure,
            CacheFor = cacheFor,
            Attempts = attempts,
            ConsistentRead = consistent,
        },
        clock ?? _clock);

    private Task SuppressAsync(string name, SuppressionReason reason, string? set = null) =>
        WriteAsync(SuppressionEntry.Empty(Address(name)).Seen(reason, Noon, set: set));

    private async Task WriteAsync(SuppressionEntry entry) =>
        (await Bench.Suppressions.TryReplaceAsync(entry, CancellationToken.None)).ShouldBeTrue();
}
