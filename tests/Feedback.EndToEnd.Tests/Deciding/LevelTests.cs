using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Deciding;

/// <summary>What is told of a level, and what each mode does about it.</summary>
public sealed class LevelTests(ITestOutputHelper output)
{
    private static readonly string[] Used = [FunctionId.Bounce, FunctionId.Delivery, FunctionId.Reputation];

    private readonly MailGenerator _events = new(seed: 150);

    [Fact]
    public async Task WarningThatLasts_IsMailedOnce()
    {
        await using var stack = await FeedbackStack.StartAsync(output, Used);
        var mails = _events.Mails(1_000);
        await stack.FeedAsync(FunctionId.Delivery, mails.Skip(35).Select(mail => mail.Delivered()));

        // Each of the last fifteen is an event at warning.
        foreach (var mail in mails.Take(35))
        {
            await stack.FeedAsync(FunctionId.Bounce, [mail.Bounced()]);
        }

        await stack.SweepAfterLeaseAsync("marketing");

        (await stack.Tables.StateAsync("marketing")).Level.ShouldBe(Level.Warning);
        stack.AlertKinds("marketing").ShouldBe(["Warning"]);
        stack.Mails("marketing")[0].Message.ShouldContain("Nothing was paused");
        stack.SendingChanges("marketing").ShouldBeEmpty();
    }

    [Fact]
    public async Task Recovery_BelowTheMargin_IsMailedOnce()
    {
        await using var stack = await FeedbackStack.StartAsync(output, Used);
        var mails = _events.Mails(1_000);
        await stack.FeedAsync(FunctionId.Delivery, mails.Skip(20).Select(mail => mail.Delivered()));
        await stack.FeedAsync(FunctionId.Bounce, mails.Take(20).Select(mail => mail.Bounced()));

        // 20 of 1,100 is below 2 %, and not below nine tenths of it; 20 of 1,200 is.
        await DeliverAsync();
        stack.AlertKinds("marketing").ShouldBe(["Warning"]);
        await DeliverAsync();
        await DeliverAsync();

        stack.AlertKinds("marketing").ShouldBe(["Warning", "Recovered"]);

        // Deliveries ask for no evaluation; a set at warning is due at the next quarter of an hour.
        async Task DeliverAsync()
        {
            await stack.FeedAsync(FunctionId.Delivery, _events.Mails(100).Select(mail => mail.Delivered()));
            await stack.Tables.MakeDueAsync(ReputationEntity.ConfigurationSet("marketing"));
            await stack.SweepAsync();
        }
    }

    [Fact]
    public async Task Observe_PastCritical_TellsOnceAndPausesNothing()
    {
        await using var stack = await FeedbackStack.StartAsync(output, In("Observe"));
        var mails = _events.Mails(150);
        await stack.FeedAsync(FunctionId.Bounce, mails.Take(100).Select(mail => mail.Bounced()));
        await stack.FeedAsync(FunctionId.Bounce, mails.Skip(100).Select(mail => mail.Bounced()));
        await stack.SweepAfterLeaseAsync("marketing");

        stack.AlertKinds("marketing").ShouldBe(["Critical"]);
        stack.Mails("marketing")[0].Message.ShouldContain("Nothing was paused, because its mode is Observe");
        stack.SendingChanges("marketing").ShouldBeEmpty();
        (await stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Enabled);
        (await stack.Tables.SuppressionsAsync()).Count.ShouldBe(150);
    }

    [Fact]
    public async Task Off_PastCritical_OnlyCountsAndSuppresses()
    {
        await using var stack = await FeedbackStack.StartAsync(output, In("Off"));
        await stack.FeedAsync(FunctionId.Bounce, _events.Mails(100).Select(mail => mail.Bounced()));
        await stack.SweepAsync();

        (await stack.Tables.TallyAsync("marketing")).HardBounces.ShouldBe(100);
        (await stack.Tables.SuppressionsAsync()).Count.ShouldBe(100);
        stack.Aws.Mails.ShouldBeEmpty();
        stack.SendingChanges("marketing").ShouldBeEmpty();
    }

    private static StackOptions In(string mode) => new(Used) { Environment = new Dictionary<string, string> { ["FEEDBACK_MODE"] = mode } };
}
