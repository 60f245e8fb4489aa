using Feedback.Notifications;

namespace Feedback.Tests.Notifications.Wire;

public sealed class DeliveryDelayTests
{
    [Fact]
    public void Read_ADelay_IsOfTheDelayedRecipientsOnly()
    {
        var feedback = SesJson.DeliveryDelay().Event();

        feedback.Kind.ShouldBe(FeedbackKind.DeliveryDelay);
        feedback.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 18, 9, 45, 0, TimeSpan.Zero));
        var recipient = feedback.Recipients.ShouldHaveSingleItem();
        (recipient.Recipient.Value, recipient.Evidence, recipient.Subtype)
            .ShouldBe(("ann@example.org", Evidence.Delayed, "DeliveryDelay/TransientCommunicationFailure"));
    }

    [Theory]
    [InlineData("[]", "deliveryDelay.delayedRecipients is empty")]
    [InlineData("[{}]", "deliveryDelay.delayedRecipients.emailAddress is missing")]
    [InlineData("7", "deliveryDelay.delayedRecipients is not an array")]
    public void Read_WithoutRecipients_IsRefused(string recipients, string reason) =>
        SesJson.DeliveryDelay(recipients).Read().Unreadable().ShouldBe(reason);
}
