using Feedback.Notifications;

namespace Feedback.Tests.Notifications.Wire;

public sealed class DeliveryTests
{
    [Fact]
    public void Read_ManyRecipients_AllAreDelivered()
    {
        var feedback = SesJson.Delivery("""["a@example.org", "B@Example.ORG"]""").Event();

        feedback.Kind.ShouldBe(FeedbackKind.Delivery);
        feedback.FeedbackId.ShouldBeNull();
        feedback.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 18, 9, 30, 1, 500, TimeSpan.Zero));
        feedback.Recipients.Select(one => (one.Recipient.Value, one.Evidence, one.Subtype))
            .ShouldBe([("a@example.org", Evidence.Delivered, "Delivery"), ("b@example.org", Evidence.Delivered, "Delivery")]);
    }

    [Fact]
    public void Read_MailboxSimulator_IsNotCounted() =>
        SesJson.Delivery("""["success@simulator.amazonses.com"]""").Read().Ignored().ShouldBe("only mailbox-simulator recipients");

    [Theory]
    [InlineData("null", "delivery.recipients is missing")]
    [InlineData("[]", "delivery.recipients is empty")]
    [InlineData("[null]", "delivery.recipients.element is missing")]
    [InlineData("[{}]", "delivery.recipients.element is not a string")]
    public void Read_BrokenRecipients_NamesTheField(string recipients, string expected) =>
        SesJson.Delivery(recipients).Read().Unreadable().ShouldBe(expected);
}
