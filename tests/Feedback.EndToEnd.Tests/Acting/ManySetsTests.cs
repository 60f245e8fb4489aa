using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>A bad list in hundreds of tenants' hands at once. SES takes so many calls a second here that the test is short.</summary>
public sealed class ManySetsTests(ITestOutputHelper output)
{
    private const int Sets = 500;
    private const int CallsPerSecond = 50;

    [Fact]
    public async Task Pauses_OfManySetsAtOnce_KeepToTheRateSesTakes()
    {
        string[] sets = ["marketing", "newsletter", "transactional"];
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce)
        {
            Sets = sets,
            Environment = new Dictionary<string, string>(), // the template's: one call of an operation a second
        });
        foreach (var operation in new[] { AwsOperation.PutConfigurationSetSendingOptions, AwsOperation.GetConfigurationSet })
        {
            stack.Aws.Faults.LimitRate(operation, calls: 1, TimeSpan.FromMilliseconds(950));
        }

        var events = new MailGenerator(seed: 501);
        await stack.FeedAsync(FunctionId.Bounce, sets.SelectMany(set => events.Mails(33, set)).Select(mail => mail.Bounced()));

        stack.Aws.Ses.ConfigurationSets.ShouldAllBe(set => !set.SendingEnabled);
        sets.ShouldAllBe(set => stack.SendingChanges(set).Count == 1);
    }

    [Fact]
    public async Task Sweep_FiveHundredSetsBreachAtOnce_PausesAllInOrderOfHarmWithinSesRate()
    {
        var harm = Enumerable.Range(0, Sets).ToDictionary(i => $"tenant-{i}", i => 10 + (i * 7 % 11));
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation)
        {
            Sets = [.. harm.Keys],
            DeliveriesLag = true,
            Environment = new Dictionary<string, string> { ["FEEDBACK_SES_CALLS_PER_SECOND"] = $"{CallsPerSecond}" },
        });
        var events = new MailGenerator(seed: 500);

        // A little more than the turns Feedback takes: a call may leave later than its turn, and the next one on time.
        stack.Aws.Faults.LimitRate(AwsOperation.PutConfigurationSetSendingOptions, CallsPerSecond + 10, TimeSpan.FromSeconds(1));
        stack.Aws.Faults.LimitRate(AwsOperation.GetConfigurationSet, CallsPerSecond + 10, TimeSpan.FromSeconds(1));

        // All are critical before any may be paused.
        stack.Aws.SetQueueDepth("DeliveryQueue", visible: 1_000_000, inFlight: 0);
        // Sent well before the holds that are aged below: a hold looks at the mail of its own quarter of an hour and before.
        var sentAt = TimeProvider.System.GetUtcNow().AddMinutes(-20);
        await stack.FeedAsync(FunctionId.Bounce, harm.SelectMany(set => events.Mails(set.Value, set.Key, sentAt)).Select(mail => mail.Bounced()));
        stack.Aws.SetQueueDepth("DeliveryQueue", visible: 0, inFlight: 0);
        foreach (var set in harm.Keys)
        {
            await stack.Tables.AgeHoldAsync(set, TimeSpan.FromMinutes(2));
        }

        await stack.SweepAsync();

        var calls = stack.Aws.SesCalls.Where(call => call.Operation == AwsOperation.PutConfigurationSetSendingOptions).ToList();
        calls.ShouldAllBe(call => call.Applied && call.Enabled == false);
        calls.Select(call => call.Name).ShouldBe(harm.Keys, ignoreOrder: true);

        // Several pauses are on their way at once, so one may overtake those just before it.
        var called = calls.Select(call => harm[call.Name!]).ToList();
        called.Zip(called.Skip(Sets / 10)).ShouldAllBe(pair => pair.First >= pair.Second);
        harm.Keys.ShouldAllBe(set => stack.AlertKinds(set).SequenceEqual(new[] { "Paused" }));
    }
}
