using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Feedback.Functions;
using Feedback.Functions.Serialization;
using Feedback.Reputation;
using Feedback.Tests.Events;
using Feedback.Tests.Notifications;

namespace Feedback.Tests.Functions;

[Collection(DatabaseCollection.Name)]
public sealed class QueueHandlerTests(DatabaseFixture database) : IAsyncLifetime
{
    private FunctionBench _bench = null!;

    public async Task InitializeAsync() => _bench = await FunctionBench.CreateAsync(database);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task HandleAsync_GoodMessages_NoneFails()
    {
        (await HandleAsync(Message("1", SesJson.Bounce().ToJsonString()), Message("2", SesJson.Delivery().ToJsonString()))).ShouldBeEmpty();

        (await _bench.Stores.SumAsync(ReputationEntity.ConfigurationSet("marketing"))).HardBounces.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_BrokenMessages_FailAlone()
    {
        var failed = await HandleAsync(
            Message("broken", "{"),
            Message("good", SesJson.Bounce().ToJsonString()),
            Message("empty", body: null),
            Message("fine", SesJson.Delivery().ToJsonString()));

        failed.ShouldBe(["broken", "empty"]);
        (await _bench.Stores.SumAsync(ReputationEntity.Account)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_NoTimeLeft_LeavesEverythingInTheQueue()
    {
        var failed = await HandleAsync(TimeSpan.FromSeconds(4), Message("1", SesJson.Bounce().ToJsonString()));

        failed.ShouldBe(["1"]);
        _bench.Stores.Wire.Operations.ShouldNotContain("TransactWriteItems");
    }

    [Fact]
    public async Task HandleAsync_EmptyBatch_IsEmpty() => (await HandleAsync()).ShouldBeEmpty();

    [Fact]
    public async Task HandleAsync_PayloadOfSomethingElse_Throws()
    {
        var handler = _bench.Get<QueueHandler>();
        var context = new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) };

        await Should.ThrowAsync<InvalidDataException>(() => handler.HandleAsync(new SQSEvent { Records = null }, context));
        await Should.ThrowAsync<InvalidDataException>(() => handler.HandleAsync(new SQSEvent { Records = [new SQSEvent.SQSMessage { Body = "{}" }] }, context));
    }

    [Fact]
    public async Task HandleAsync_MailOfAnotherAccount_IsNamedInTheBatchsLine()
    {
        (await HandleAsync(
            Message("theirs", (string)SamplePayloads.Records("bounce/sending-delegate.json")[0]!["body"]!),
            Message("ours", SesJson.Bounce().ToJsonString()),
            Message("unreadable", "{"))).ShouldBe(["unreadable"]);

        _bench.Logged.ShouldContain(text => text.StartsWith(
            "Batch of 3 messages: 2 recorded (1 of another account), 0 ignored, 1 unreadable", StringComparison.Ordinal));
    }

    /// <summary>For every sample event, the log contains hashes at most, never an address, and every line is JSON.</summary>
    [Fact]
    public async Task HandleAsync_EveryEventThereIs_LogsNoAddress()
    {
        var serializer = new EventSerializer();
        foreach (var file in SamplePayloads.OfQueues())
        {
            using var payload = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(SamplePayloads.Text(file)));
            await _bench.Get<QueueHandler>().HandleAsync(
                serializer.Deserialize<SQSEvent>(payload), new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });
        }

        _bench.Logged.Count.ShouldBeGreaterThan(200);
        _bench.Logged.ShouldAllBe(text => !text.Contains('@'));
        _bench.Logged.ShouldAllBe(text => !text.Contains("{\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HandleAsync_TableGone_LogsWhyWithoutAnAddress()
    {
        await _bench.Stores.Dynamo.DeleteTableAsync(_bench.Stores.Settings.OutcomesTable);

        (await HandleAsync(Message("1", SesJson.Bounce().ToJsonString()))).ShouldBe(["1"]);

        _bench.Logged.ShouldContain(text => text.Contains("ResourceNotFoundException", StringComparison.Ordinal));
        _bench.Logged.ShouldAllBe(text => !text.Contains('@'));
    }

    private static SQSEvent.SQSMessage Message(string id, string? body) => new() { MessageId = id, Body = body! };

    private Task<IEnumerable<string>> HandleAsync(params SQSEvent.SQSMessage[] messages) => HandleAsync(TimeSpan.FromMinutes(1), messages);

    private async Task<IEnumerable<string>> HandleAsync(TimeSpan remaining, params SQSEvent.SQSMessage[] messages)
    {
        var response = await _bench.Get<QueueHandler>().HandleAsync(
            new SQSEvent { Records = [.. messages] }, new TestLambdaContext { RemainingTime = remaining });
        return response.BatchItemFailures.Select(failure => failure.ItemIdentifier);
    }
}
