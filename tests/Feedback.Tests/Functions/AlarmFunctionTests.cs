using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.TestUtilities;
using Feedback.Functions;

namespace Feedback.Tests.Functions;

[Collection(DatabaseCollection.Name)]
public sealed class AlarmFunctionTests(DatabaseFixture database) : IAsyncLifetime
{
    private FunctionBench _bench = null!;

    public async Task InitializeAsync() => _bench = await FunctionBench.CreateAsync(database);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task HandleAlarmsAsync_PayloadOfSomethingElse_Throws()
    {
        await ShouldRefuseAsync(null!, "The payload has no Records");
        await ShouldRefuseAsync(new SNSEvent { Records = null }, "The payload has no Records");
        await ShouldRefuseAsync(new SNSEvent { Records = [null!] }, "A record has no Sns");
        await ShouldRefuseAsync(new SNSEvent { Records = [new SNSEvent.SNSRecord()] }, "A record has no Sns");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData(null)]
    public async Task HandleAlarmsAsync_NotificationThatIsNoAlarm_IsIgnored(string? message)
    {
        await HandleAsync(new SNSEvent { Records = [new SNSEvent.SNSRecord { Sns = new SNSEvent.SNSMessage { Message = message } }] });

        _bench.Logged.ShouldContain(text => text.StartsWith("Alarm notification ignored", StringComparison.Ordinal));
    }

    private async Task ShouldRefuseAsync(SNSEvent payload, string said) =>
        (await Should.ThrowAsync<InvalidDataException>(() => HandleAsync(payload))).Message.ShouldStartWith(said);

    private Task HandleAsync(SNSEvent payload) =>
        _bench.Get<AlarmFunction>().HandleAlarmsAsync(payload, new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });
}
