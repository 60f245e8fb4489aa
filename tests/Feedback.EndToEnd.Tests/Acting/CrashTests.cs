using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>kill -9 after each single step from a breach to its mail. The queue delivers the batch again, and a sweep comes.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    /// <summary>With each place to die: the most calls that reach SES in all, and the mails.</summary>
    public static TheoryData<string, int, int> Places => new()
    {
        { "before the pause", 2, 1 },
        { "after the pause, before its answer", 1, 1 },
        { "before the read-back", 1, 1 },
        { "after the read-back", 1, 1 },
        { "before the mail", 1, 1 },

        // That the mail is out is known to SNS alone until the next write. Telling on-call twice is better than never.
        { "after the mail", 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Kill_AtAnyStep_EndsInOnePauseAndItsMail(string place, int mostCalls, int mails)
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Reputation);
        var messages = SqsBatches.Messages(new MailGenerator(seed: 7).Mails(100).Select(mail => mail.Bounced()));
        Arm(stack, FunctionId.Bounce, place);

        await Should.ThrowAsync<FunctionExitedException>(() => stack.BatchAsync(FunctionId.Bounce, messages));

        // It started anew, and got the same messages.
        (await stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBeEmpty();
        await stack.SweepAfterLeaseAsync("marketing");
        await stack.SweepAfterLeaseAsync("marketing");

        var tally = await stack.Tables.TallyAsync("marketing");
        tally.HardBounces.ShouldBe(100);
        tally.Attempts.ShouldBe(100);
        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        var state = await stack.Tables.StateAsync("marketing");
        state.Sending.ShouldBe(SendingStatus.Paused);
        state.PausedBy.ShouldBe(PausedBy.Feedback);
        state.IsUnfinished.ShouldBeFalse();
        stack.SendingChanges("marketing").ShouldAllBe(call => call.Enabled == false);
        stack.SendingChanges("marketing").Count.ShouldBeInRange(1, mostCalls);
        stack.AlertKinds("marketing").ShouldAllBe(kind => kind == "Paused");
        stack.AlertKinds("marketing").Count.ShouldBe(mails);
    }

    [Fact]
    public async Task Kill_AtAnyMoment_EndsInOnePauseAndItsMail()
    {
        var sets = Enumerable.Range(0, 8).Select(number => $"set-{number}").ToList();
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation) { Sets = sets });
        var events = new MailGenerator(seed: 9);
        for (var at = 0; at < sets.Count; at++)
        {
            var messages = SqsBatches.Messages(events.Mails(100, sets[at]).Select(mail => mail.Bounced()));
            var batch = stack.BatchAsync(FunctionId.Bounce, messages);
            await Task.Delay(60 * (at + 1)); // somewhere on its way
            await stack.Host(FunctionId.Bounce).KillAsync();
            await Task.WhenAny(batch);
            _ = batch.Exception;

            (await stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBeEmpty();
            await stack.SweepAfterLeaseAsync(sets[at]);

            (await stack.Tables.TallyAsync(sets[at])).HardBounces.ShouldBe(100);
            (await stack.Tables.StateAsync(sets[at])).IsUnfinished.ShouldBeFalse();
            stack.Aws.Ses.IsSending(sets[at]).ShouldBeFalse();
            stack.SendingChanges(sets[at]).Count.ShouldBeInRange(1, 2);
            stack.AlertKinds(sets[at]).ShouldAllBe(kind => kind == "Paused");
            stack.AlertKinds(sets[at]).Count.ShouldBeInRange(1, 2);
        }
    }

    [Fact]
    public async Task Kill_WhileRecording_CountsEverythingOnce()
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Delivery);
        var mails = new MailGenerator(seed: 8).Mails(1_000);
        var messages = SqsBatches.Messages(mails.Select(mail => mail.Delivered()));
        var killed = 0;

        // Sooner or later in the batch, wherever that is on this machine.
        for (var wait = 20; wait <= 320; wait *= 2)
        {
            var batch = stack.BatchAsync(FunctionId.Delivery, messages);
            await Task.Delay(wait);
            await stack.Host(FunctionId.Delivery).KillAsync();
            try
            {
                await batch;
            }
            catch (FunctionExitedException)
            {
                killed++;
            }
        }

        killed.ShouldBeGreaterThan(0);
        (await stack.BatchAsync(FunctionId.Delivery, messages)).ShouldBeEmpty();
        var tally = await stack.Tables.TallyAsync("marketing");
        tally.Attempts.ShouldBe(1_000);
        tally.Deliveries.ShouldBe(1_000);
        (await stack.Tables.OutcomesAsync()).ShouldBe(1_000);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Kill_OfTheSweepThatFinishesAPause_EndsInOnePauseAndItsMail(string place, int mostCalls, int mails)
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Reputation);
        stack.Aws.Faults.Deny(AwsOperation.PutConfigurationSetSendingOptions);
        await stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 10).Mails(100).Select(mail => mail.Bounced()));
        stack.Aws.Faults.Clear();
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Pausing);
        Arm(stack, FunctionId.Reputation, place);

        await Should.ThrowAsync<FunctionExitedException>(() => stack.SweepAfterLeaseAsync("marketing"));
        await stack.SweepAfterLeaseAsync("marketing");
        await stack.SweepAfterLeaseAsync("marketing");

        stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        var state = await stack.Tables.StateAsync("marketing");
        state.Sending.ShouldBe(SendingStatus.Paused);
        state.PausedBy.ShouldBe(PausedBy.Feedback);
        state.IsUnfinished.ShouldBeFalse();
        stack.SendingChanges("marketing").Count(call => call.Applied).ShouldBeInRange(1, mostCalls);
        stack.AlertKinds("marketing").ShouldAllBe(kind => kind == "Paused");
        stack.AlertKinds("marketing").Count.ShouldBe(mails);
    }

    private static void Arm(FeedbackStack stack, string function, string place)
    {
        switch (place)
        {
            case "before the pause":
                stack.Aws.BeforeApply = stack.KillOnce(function, IsPause);
                break;
            case "after the pause, before its answer":
                stack.Aws.AfterApply = stack.KillOnce(function, IsPause);
                break;
            case "before the read-back":
                stack.Aws.BeforeApply = stack.KillOnce(function, IsReadBack);
                break;
            case "after the read-back":
                stack.Aws.AfterApply = stack.KillOnce(function, IsReadBack);
                break;
            case "before the mail":
                stack.Aws.BeforeApply = stack.KillOnce(function, IsMail);
                break;
            default:
                stack.Aws.AfterApply = stack.KillOnce(function, IsMail);
                break;
        }

        // An attempt that follows another looks before its call as well.
        bool IsReadBack(AwsCall call) => call.Operation == AwsOperation.GetConfigurationSet && stack.SendingChanges("marketing").Any(change => change.Applied);
        static bool IsPause(AwsCall call) => call.Operation == AwsOperation.PutConfigurationSetSendingOptions;
        static bool IsMail(AwsCall call) => call is PublishedMail;
    }
}
