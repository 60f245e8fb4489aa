using Feedback.Deciding.Lag;
using Feedback.Notifications;

namespace Feedback.Tests.Deciding.Lag;

public sealed class EventPublishingTests
{
    [Theory]
    [InlineData(true, "arn:aws:sns:eu-west-1:1:Deliveries", true)]
    [InlineData(false, "arn:aws:sns:eu-west-1:1:Deliveries", false)]
    [InlineData(true, null, false)]
    public void Publishes_ADestinationOfDeliveries_OnlyIfItIsEnabledAndATopicOrBus(bool enabled, string? target, bool expected)
    {
        var publishing = new EventPublishing([new EventDestination("one", enabled, new HashSet<FeedbackKind> { FeedbackKind.Delivery }, target)]);

        publishing.Publishes(FeedbackKind.Delivery).ShouldBe(expected);
        publishing.Publishes(FeedbackKind.Bounce).ShouldBeFalse();
    }

    [Fact]
    public void Publishes_NoDestinations_IsFalse() => new EventPublishing([]).Publishes(FeedbackKind.Bounce).ShouldBeFalse();
}
