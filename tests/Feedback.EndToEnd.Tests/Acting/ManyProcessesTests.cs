using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

public sealed class ManyProcessesTests(ITestOutputHelper output)
{
    private const int Processes = 8;

    [Fact]
    public async Task Pause_SeenByEightProcessesAtOnce_IsOneCallAndOneMail()
    {
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce) { Processes = Processes });
        await stack.WarmUpAsync(FunctionId.Bounce);
        var events = new MailGenerator(seed: 70);
        var waiting = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // A process about to pause asks for the backlog first. None gets it before all eight have asked: all have seen the breach,
        // and none has decided.
        stack.Aws.BeforeApply = async call =>
        {
            if (call.Operation == AwsOperation.GetQueueAttributes)
            {
                if (Interlocked.Increment(ref waiting) == Processes)
                {
                    all.SetResult();
                }

                await Task.WhenAny(all.Task, Task.Delay(TimeSpan.FromSeconds(8)));
            }
        };

        var failed = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ =>
            stack.BatchAsync(FunctionId.Bounce, SqsBatches.Messages(events.Mails(50).Select(mail => mail.Bounced())))));

        failed.ShouldAllBe(ids => ids.Count == 0);
        all.Task.IsCompleted.ShouldBeTrue();
        stack.SendingChanges("marketing").ShouldHaveSingleItem().Enabled.ShouldBe(false);
        stack.AlertKinds("marketing").ShouldBe(["Paused"]);
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Paused);
        (await stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(Processes * 50);
    }

    [Fact]
    public async Task Sweep_ByFourProcessesAtOnce_FinishesAPauseOnce()
    {
        await using var stack = await FeedbackStack.StartAsync(
            output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation) { Processes = 4 });
        stack.Aws.Faults.Deny(AwsOperation.PutConfigurationSetSendingOptions);
        await stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 71).Mails(50).Select(mail => mail.Bounced()));
        stack.Aws.Faults.Clear();
        await stack.Tables.ExpireLeaseAsync("marketing");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stack.SweepAsync()));

        stack.SendingChanges("marketing").Count(call => call.Applied).ShouldBe(1);
        stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }
}
