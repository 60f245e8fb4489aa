using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Feedback.Suppression;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>Who is suppressed, and why.</summary>
public sealed class SuppressionTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 40);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Complaint, FunctionId.Delivery);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task BounceOfManyRecipients_CountsAndSuppressesEach()
    {
        var mail = _events.Mail(recipients: 50); // as many as SES takes
        var other = _events.Mail();

        // A message of another type in front of it ends nothing.
        await _stack.FeedAsync(
            FunctionId.Bounce,
            ["""{"eventType":"Open","mail":{},"open":{}}""", other.Delivered(), mail.Bounced(), _events.Mail().Bounced()]);

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 52, Deliveries: 1, HardBounces: 51, SoftBounces: 0, Complaints: 0));
        foreach (var recipient in mail.Recipients)
        {
            (await _stack.Tables.ReasonsAsync(recipient)).ShouldBe([SuppressionReason.HardBounce]);
        }
    }

    [Fact]
    public async Task EchoesOfSuppressionLists_SuppressButAreNotCounted()
    {
        var mails = _events.Mails(20);
        await _stack.FeedAsync(FunctionId.Bounce, mails.Take(10).Select(mail => mail.Bounced(subtype: "OnAccountSuppressionList")));
        await _stack.FeedAsync(FunctionId.Complaint, mails.Skip(10).Select(mail => mail.Complained(subtype: "OnAccountSuppressionList")));

        (await _stack.Tables.CountersAsync()).ShouldBeEmpty();
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(20);
        (await _stack.Tables.ReasonsAsync(mails[0].Recipient)).ShouldBe([SuppressionReason.AccountSuppressionList]);
    }

    [Fact]
    public async Task NotSpamReport_IsNoComplaint()
    {
        await _stack.FeedAsync(FunctionId.Complaint, _events.Mails(10).Select(mail => mail.Complained("not-spam")));

        (await _stack.Tables.CountersAsync()).ShouldBeEmpty();
        (await _stack.Tables.SuppressionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Complaint_OfManyRecipients_SuppressesAllAndCountsOne()
    {
        var mail = _events.Mail(recipients: 4);
        await _stack.FeedAsync(FunctionId.Delivery, [mail.Delivered()]);
        await _stack.FeedAsync(FunctionId.Complaint, [mail.Complained()]);

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 4, Deliveries: 4, HardBounces: 0, SoftBounces: 0, Complaints: 1));
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeliveryAmongSoftBounces_StartsTheStreakAgain(bool deliveryComesLast)
    {
        var start = TimeProvider.System.GetUtcNow().AddHours(-9);
        var mails = Enumerable.Range(0, 9).Select(hour => _events.Mail(sentAt: start.AddHours(hour)) with { Recipients = ["jane@example.org"] }).ToList();
        var delivery = mails[4].Delivered();

        await _stack.FeedAsync(FunctionId.Bounce, mails.Take(4).Select(SoftBounce));
        if (!deliveryComesLast)
        {
            await _stack.FeedAsync(FunctionId.Delivery, [delivery]);
        }

        await _stack.FeedAsync(FunctionId.Bounce, mails.Skip(5).Select(SoftBounce));

        // Four, a delivery, four. Until that delivery is known there are eight in a row.
        if (deliveryComesLast)
        {
            (await _stack.Tables.ReasonsAsync("jane@example.org")).ShouldBe([SuppressionReason.SoftBounceLimit]);
            await _stack.FeedAsync(FunctionId.Delivery, [delivery]);
        }

        (await _stack.Tables.ReasonsAsync("jane@example.org")).ShouldBeEmpty();
        (await _stack.Tables.TallyAsync(ReputationEntity.Account))
            .ShouldBe(new Tally(Attempts: 9, Deliveries: 1, HardBounces: 0, SoftBounces: 8, Complaints: 0));

        // The fifth in a row since then.
        await _stack.FeedAsync(FunctionId.Bounce, [SoftBounce(_events.Mail() with { Recipients = ["jane@example.org"] })]);
        (await _stack.Tables.ReasonsAsync("jane@example.org")).ShouldBe([SuppressionReason.SoftBounceLimit]);
    }

    [Fact]
    public async Task PromptDelivery_OfAnAddressSuppressedForSoftBounces_LiftsTheSuppressionAtOnce()
    {
        await _stack.FeedAsync(FunctionId.Delivery, [_events.Mail().Delivered()]); // the process has read the log of suppressions once
        var start = TimeProvider.System.GetUtcNow().AddHours(-6);
        await _stack.FeedAsync(FunctionId.Bounce, Enumerable.Range(0, 5).Select(hour => SoftBounce(ToJane(start.AddHours(hour)))));
        (await _stack.Tables.ReasonsAsync("jane@example.org")).ShouldBe([SuppressionReason.SoftBounceLimit]);

        await _stack.FeedAsync(FunctionId.Delivery, [ToJane(TimeProvider.System.GetUtcNow()).Delivered()]);

        (await _stack.Tables.ReasonsAsync("jane@example.org")).ShouldBeEmpty();
    }

    private SesMail ToJane(DateTimeOffset sentAt) => _events.Mail(sentAt: sentAt) with { Recipients = ["jane@example.org"] };

    private static string SoftBounce(SesMail mail) => mail.Bounced("Transient", "MailboxFull");
}
