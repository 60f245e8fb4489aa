using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Notifications;
using Feedback.Outcomes;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Receiving;

/// <summary>What else Lambda may hand to a queue function: broken messages among good ones, and payloads that are no batch at all.</summary>
public sealed class PayloadTests(ITestOutputHelper output) : IAsyncLifetime
{
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task BadMessage_BetweenGoodOnes_FailsAlone()
    {
        foreach (var file in SamplePayloads.In("bad"))
        {
            var payload = SamplePayloads.Fresh(file);
            var bodies = SamplePayloads.RecordsOf(payload).Select(record => (string)record!["body"]!).ToList();

            BatchResponse.FailedIds(await _stack.Deployment.InvokeAsync(FunctionId.Bounce, payload)).Count.ShouldBe(1, file);

            foreach (var good in (string[])[bodies[0], bodies[2]])
            {
                var feedback = NotificationParser.Parse(good).ShouldBeOfType<Feedback.Notifications.ParsedNotification.Event>().Feedback;
                foreach (var recipient in feedback.Recipients)
                {
                    (await _stack.Tables.HasOutcomeAsync(new OutcomeKey(recipient.Recipient.Hash, feedback.MessageId))).ShouldBeTrue(file);
                }
            }
        }
    }

    [Fact]
    public async Task LoneSurrogate_InThePayloadItself_FailsItsMessageAlone()
    {
        var events = new MailGenerator(seed: 21);
        var messages = SqsBatches.Messages(
            [events.Mail().Bounced(), (events.Mail() with { Recipients = ["SURROGATE@example.org"] }).Bounced(), events.Mail().Bounced()]);

        // An escape that Lambda's own JSON may carry, though no valid UTF-16 stands behind it.
        var payload = FeedbackStack.Payload(FunctionId.Bounce, messages).Replace("SURROGATE", @"\ud800", StringComparison.Ordinal);
        var invocation = await _stack.Deployment.InvokeAsync(FunctionId.Bounce, payload);

        BatchResponse.FailedIds(invocation).ShouldBe([messages[1].MessageId]);
        (await _stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(2);
    }

    [Theory]
    [InlineData("not JSON", "JSON")]
    [InlineData("", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("null", "Records")]
    [InlineData("{}", "Records")]
    [InlineData("""{"Records":null}""", "Records")]
    [InlineData("""{"Records":[{}]}""", "messageId")]
    [InlineData("""{"Records":[null]}""", "messageId")]
    [InlineData("""{"Records":{}}""", "JSON")]
    public async Task Payload_ThatIsNoBatch_IsAnErrorAndTheNextIsServed(string payload, string said)
    {
        var invocation = await _stack.Deployment.InvokeAsync(FunctionId.Bounce, payload);

        invocation.Error.ShouldNotBeNull().ErrorMessage.ShouldContain(said);
        await ServesOnAsync();
    }

    [Fact]
    public async Task Payload_OfAnotherEventSource_IsAnErrorAndTheNextIsServed()
    {
        foreach (var file in (string[])["alarm/bounce-rate-alarm.json", "reputation/schedule.json"])
        {
            var invocation = await _stack.Deployment.InvokeAsync(FunctionId.Bounce, SamplePayloads.Text(file));

            invocation.Error.ShouldNotBeNull(file).ErrorMessage.ShouldContain("it is not an SQS", customMessage: file);
        }

        await ServesOnAsync();
    }

    [Fact]
    public async Task Batch_OfSixMegabytes_IsServed()
    {
        var events = new MailGenerator(seed: 22);
        var large = new string('x', 250 * 1024);
        var messages = SqsBatches.Messages(Enumerable.Range(0, 23).Select(_ => large).Append(events.Mail().Bounced()));

        var failed = await _stack.BatchAsync(FunctionId.Bounce, messages);

        failed.ShouldBe(messages.Take(23).Select(message => message.MessageId));
        (await _stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(1);
    }

    private async Task ServesOnAsync()
    {
        var process = _stack.Host(FunctionId.Bounce).ProcessId;
        await _stack.FeedAsync(FunctionId.Bounce, [new MailGenerator(seed: 23).Mail().Bounced()]);

        _stack.Host(FunctionId.Bounce).ProcessId.ShouldBe(process);
        (await _stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(1);
    }
}
