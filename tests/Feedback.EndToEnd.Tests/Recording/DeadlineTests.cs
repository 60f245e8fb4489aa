using System.Net;
using System.Net.Sockets;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>What can't be recorded stays in the queue, and nothing else does.</summary>
public sealed class DeadlineTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Deadline_TooNearToBegin_FailsEveryMessageAndRecordsNone()
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce);
        var messages = SqsBatches.Messages(new MailGenerator(seed: 100).Mails(20).Select(mail => mail.Bounced()));

        // Five seconds are kept back.
        var failed = await stack.BatchAsync(FunctionId.Bounce, messages, remaining: TimeSpan.FromSeconds(5));

        failed.ShouldBe(messages.Select(message => message.MessageId), ignoreOrder: true);
        (await stack.Tables.OutcomesAsync()).ShouldBe(0);
        (await stack.Tables.CountersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deadline_WithinABatch_LeavesTheRestInTheQueue()
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Delivery);
        var messages = SqsBatches.Messages(new MailGenerator(seed: 101).Mails(4_000).Select(mail => mail.Delivered()));

        // A cold start on a busy machine would take the five seconds that are kept back.
        (await stack.BatchAsync(FunctionId.Delivery, messages.Take(1))).ShouldBeEmpty();

        // Four thousand outcomes can't be written in three tenths of a second.
        var failed = await stack.BatchAsync(FunctionId.Delivery, messages, remaining: TimeSpan.FromSeconds(5.3));
        failed.ShouldNotBeEmpty();

        // A transaction that was cut off may have been written all the same, so there can be more outcomes than were reported.
        (await stack.Tables.OutcomesAsync()).ShouldBeGreaterThanOrEqualTo(messages.Count - failed.Count);

        var left = failed.ToHashSet();
        (await stack.BatchAsync(FunctionId.Delivery, messages.Where(message => left.Contains(message.MessageId)))).ShouldBeEmpty();
        (await stack.Tables.TallyAsync("marketing")).Deliveries.ShouldBe(4_000);
        (await stack.Tables.OutcomesAsync()).ShouldBe(4_000);
    }

    [Fact]
    public async Task Database_ThatNeverAnswers_FailsEveryMessageInTime()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce)
        {
            Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL_DYNAMODB"] = $"http://{silent.LocalEndpoint}" },
        });
        var messages = SqsBatches.Messages(new MailGenerator(seed: 103).Mails(20).Select(mail => mail.Bounced()));

        // An invocation that timed out would be an error, and no answer.
        var failed = await stack.BatchAsync(FunctionId.Bounce, messages, remaining: TimeSpan.FromSeconds(10));

        failed.ShouldBe(messages.Select(message => message.MessageId), ignoreOrder: true);
    }

    [Fact]
    public async Task Database_Down_FailsEveryMessageUntilItIsBack()
    {
        var folder = Directory.CreateTempSubdirectory("feedback-");
        try
        {
            await using var stack = await FeedbackStack.StartAsync(
                output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation) { DatabaseFile = Path.Combine(folder.FullName, "tables") });
            var events = new MailGenerator(seed: 102);
            await stack.FeedAsync(FunctionId.Bounce, events.Mails(3).Select(mail => mail.Bounced()));
            var process = stack.Host(FunctionId.Bounce).ProcessId;
            var messages = SqsBatches.Messages([.. events.Mails(20).Select(mail => mail.Bounced()), "not an event"]);

            await stack.Deployment.Database.KillAsync();
            var failed = await stack.BatchAsync(FunctionId.Bounce, messages);
            failed.ShouldBe(messages.Select(message => message.MessageId), ignoreOrder: true);

            await stack.Deployment.Database.RestartAsync();
            (await stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBe([messages[20].MessageId]);
            await stack.SweepAsync();

            (await stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(23);
            stack.Host(FunctionId.Bounce).ProcessId.ShouldBe(process);
            stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
