using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>kill -9 at the writes from the work list to its completion. SQS delivers the batch again and the sweep comes, in either order.</summary>
public sealed class WorkCrashTests(ITestOutputHelper output)
{
    private const string Set = "marketing";

    /// <summary>The writes at which the process ends.</summary>
    public static TheoryData<string, bool> Steps
    {
        get
        {
            var steps = new TheoryData<string, bool>();
            foreach (var step in new[]
                     {
                         "marked, not recorded", "recorded, not evaluated", "state written", "pause confirmed, not written", "pause written", "not completed",
                     })
            {
                steps.Add(step, true);
                steps.Add(step, false);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Kill_BetweenMarkAndCompletion_LosesNoWorkAndEndsInOnePause(string step, bool isSweptFirst)
    {
        await using var proxy = await DatabaseProxy.StartAsync();
        await using var stack = await StartAsync(proxy, deliveriesLag: false, FunctionId.Bounce, FunctionId.Reputation);
        var messages = SqsBatches.Messages(new MailGenerator(seed: 90).Mails(100).Select(mail => mail.Bounced()));
        Arm(proxy, stack, step);

        await Should.ThrowAsync<FunctionExitedException>(() => stack.BatchAsync(FunctionId.Bounce, messages));

        // Whatever is left to do is on the list.
        (await stack.Tables.WorkAsync(Set)).ShouldNotBeNull();
        if (isSweptFirst)
        {
            await SweepLaterAsync(stack);
        }

        (await stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBeEmpty();
        await SweepLaterAsync(stack);
        await SweepLaterAsync(stack);

        (await stack.Tables.TallyAsync(Set)).ShouldBe(new Tally(100, 0, 100, 0, 0));
        var state = await stack.Tables.StateAsync(Set);
        (state.Sending, state.PausedBy, state.IsUnfinished).ShouldBe((SendingStatus.Paused, PausedBy.Feedback, false));
        stack.Aws.Ses.IsSending(Set).ShouldBeFalse();
        stack.SendingChanges(Set).Count.ShouldBeInRange(1, 2);
        stack.SendingChanges(Set).ShouldAllBe(call => call.Enabled == false);
        stack.AlertKinds(Set).ShouldBe(["Paused"]);
        await ShouldBeAPlainItemAsync(stack);
    }

    [Fact]
    public async Task Kill_OfTheSweepBeforeItCompletesAnItem_LeavesItToTheNextSweep()
    {
        await using var proxy = await DatabaseProxy.StartAsync();
        await using var stack = await StartAsync(proxy, deliveriesLag: false, FunctionId.Bounce, FunctionId.Reputation);
        await stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 91).Mails(100).Select(mail => mail.Bounced()));
        await stack.Tables.MakeDueAsync(ReputationEntity.ConfigurationSet(Set));
        proxy.KillBefore(stack, FunctionId.Reputation, request => request.Completes && request.Body.Contains(Set, StringComparison.Ordinal));

        await Should.ThrowAsync<FunctionExitedException>(() => stack.SweepAsync());
        (await stack.Tables.WorkAsync(Set)).ShouldNotBeNull().IsDue(TimeProvider.System.GetUtcNow()).ShouldBeTrue();
        await stack.SweepAsync();

        stack.AlertKinds(Set).ShouldBe(["Paused"]);
        await ShouldBeAPlainItemAsync(stack);
    }

    [Fact]
    public async Task Kill_OfAHealthySetsBatchBeforeItCompletes_EndsWithoutAnItem()
    {
        await using var proxy = await DatabaseProxy.StartAsync();
        await using var stack = await StartAsync(proxy, deliveriesLag: false, FunctionId.Bounce, FunctionId.Reputation);
        var messages = SqsBatches.Messages(new MailGenerator(seed: 92).Mails(3).Select(mail => mail.Bounced()));
        proxy.KillBefore(stack, FunctionId.Bounce, request => request.Completes);

        await Should.ThrowAsync<FunctionExitedException>(() => stack.BatchAsync(FunctionId.Bounce, messages));
        await SweepLaterAsync(stack);

        // The first sweep of a deployment lists all states once, as its safety net does every hour.
        await stack.SweepAsync();

        (await stack.Tables.WorkAsync(Set)).ShouldBeNull("three bounces are no reason to look at a set again");
        (await stack.BatchAsync(FunctionId.Bounce, messages)).ShouldBeEmpty();
        (await stack.Tables.TallyAsync(Set)).ShouldBe(new Tally(3, 0, 3, 0, 0));
        stack.Mails(Set).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_OfADeliveryBatchBeforeItRecords_HoldsThePauseUntilTheBatchIsCounted()
    {
        await using var proxy = await DatabaseProxy.StartAsync();
        await using var stack = await StartAsync(proxy, deliveriesLag: true, FunctionId.Bounce, FunctionId.Delivery, FunctionId.Reputation);
        var mails = new MailGenerator(seed: 93).Mails(1_000);
        var deliveries = SqsBatches.Messages(mails.Skip(20).Select(mail => mail.Delivered()));
        proxy.KillAfter(stack, FunctionId.Delivery, request => request.TellsProgress);

        await Should.ThrowAsync<FunctionExitedException>(() => stack.BatchAsync(FunctionId.Delivery, deliveries));
        stack.Aws.SetQueueDepth("DeliveryQueue", visible: 0, inFlight: deliveries.Count);
        await stack.FeedAsync(FunctionId.Bounce, mails.Take(20).Select(mail => mail.Bounced()));
        await stack.Tables.AgeHoldAsync(Set, TimeSpan.FromMinutes(2));
        await stack.SweepAsync();
        (await stack.Tables.StateAsync(Set)).Held.ShouldBeTrue("20 of 20 bounced, and 980 deliveries are with a process that is gone");

        (await stack.BatchAsync(FunctionId.Delivery, deliveries)).ShouldBeEmpty();
        stack.Aws.SetQueueDepth("DeliveryQueue", visible: 0);
        await stack.Tables.AgeHoldAsync(Set, TimeSpan.FromMinutes(2));
        await stack.SweepAsync();

        (await stack.Tables.TallyAsync(Set)).ShouldBe(new Tally(1_000, 980, 20, 0, 0));
        (await stack.Tables.StateAsync(Set)).Held.ShouldBeFalse();
        stack.SendingChanges(Set).ShouldBeEmpty();
        stack.AlertKinds(Set).ShouldBe(["Warning"]);
    }

    private async Task<FeedbackStack> StartAsync(DatabaseProxy proxy, bool deliveriesLag, params string[] functions)
    {
        var options = new StackOptions(functions) { DeliveriesLag = deliveriesLag };
        var environment = new Dictionary<string, string>([.. options.Environment, proxy.Variable]);
        var stack = await FeedbackStack.StartAsync(output, options with { Environment = environment });
        proxy.ForwardTo(stack.Deployment.Database.Endpoint);
        return stack;
    }

    private static void Arm(DatabaseProxy proxy, FeedbackStack stack, string step)
    {
        switch (step)
        {
            case "marked, not recorded":
                proxy.KillAfter(stack, FunctionId.Bounce, request => request.Marks);
                break;
            case "recorded, not evaluated":
                proxy.KillBefore(stack, FunctionId.Bounce, request => request.Moves);
                break;
            case "state written":
                proxy.KillAfter(stack, FunctionId.Bounce, request => request.Moves);
                break;
            case "pause confirmed, not written":
                proxy.KillBefore(stack, FunctionId.Bounce, request => request.Confirms);
                break;
            case "pause written":
                proxy.KillAfter(stack, FunctionId.Bounce, request => request.Confirms);
                break;
            default:
                proxy.KillBefore(stack, FunctionId.Bounce, request => request.Completes);
                break;
        }
    }

    /// <summary>A sweep after the leases of the mark and of the last transition.</summary>
    private static async Task SweepLaterAsync(FeedbackStack stack)
    {
        await stack.Tables.MakeDueAsync(ReputationEntity.ConfigurationSet(Set));
        if ((await stack.Tables.StateAsync(Set)).LeasedUntil is not null)
        {
            await stack.Tables.ExpireLeaseAsync(Set);
        }

        await stack.SweepAsync();
    }

    /// <summary>The item that every paused set has: it is compared with SES within a minute, and no mark is left on it.</summary>
    private static async Task ShouldBeAPlainItemAsync(FeedbackStack stack)
    {
        var item = (await stack.Tables.WorkAsync(Set)).ShouldNotBeNull();
        item.MarkedUntil.ShouldBeNull();
        item.DueAt.ShouldBeInRange(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow() + NextEvaluation.Soon);
    }
}
