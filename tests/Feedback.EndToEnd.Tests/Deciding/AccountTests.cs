using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Deciding;

/// <summary>The same rates over all sets.</summary>
public sealed class AccountTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("false", "Critical")]
    [InlineData("true", "Paused")]
    public async Task Account_AtCritical_IsToldOfWithItsSets_AndPausedOnlyIfAsked(string pauseAccount, string told)
    {
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation)
        {
            Environment = new Dictionary<string, string> { ["FEEDBACK_PAUSE_ACCOUNT"] = pauseAccount },
        });
        var events = new MailGenerator(seed: 95);
        await stack.FeedAsync(FunctionId.Bounce, events.Mails(100).Select(mail => mail.Bounced()));
        await stack.SweepAsync();
        await stack.SweepAsync();

        stack.AlertKinds("account").ShouldBe([told]);
        stack.Mails("account")[0].Message.ShouldContain(
            "Sets at warning or worse, or paused:\n  marketing (critical, paused): 100 of 100 attempts hard-bounced in 1h (100%)\n");
        stack.Aws.SesCalls.Count(call => call.Operation == AwsOperation.PutAccountSendingAttributes).ShouldBe(pauseAccount == "true" ? 1 : 0);
    }

    [Fact]
    public async Task DeliveriesStillQueued_HoldTheAccountsAlarmToo()
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Reputation);
        stack.Aws.SetQueueDepth("DeliveryQueue", visible: 9_900);
        await stack.FeedAsync(FunctionId.Bounce, new MailGenerator(seed: 96).Mails(100).Select(mail => mail.Bounced()));
        await stack.SweepAsync();

        stack.AlertKinds("account").ShouldBe(["Held"]);
        stack.Mails("account")[0].Subject.ShouldNotBeNull().ShouldStartWith("Possibly CRITICAL: account");
    }
}
