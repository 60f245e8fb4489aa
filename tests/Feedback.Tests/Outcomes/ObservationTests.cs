using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Outcomes;

public sealed class ObservationTests
{
    [Theory]
    [InlineData(-30, -30)]
    [InlineData(0, 0)]
    [InlineData(15, 15)]
    [InlineData(16, 0)]
    [InlineData(500_000, 0)]
    public void Of_TimesAheadOfOurs_AreClampedBeyondAQuarterOfAnHour(int minutes, int expected)
    {
        var dated = World.Noon + TimeSpan.FromMinutes(minutes);
        EmailAddress.TryParse("ann@example.org", out var ann, out _).ShouldBeTrue();
        var feedback = new FeedbackEvent(
            FeedbackKind.Delivery,
            "m",
            dated,
            dated,
            FeedbackId: null,
            "marketing",
            AttributionSource.Tag,
            IdentityArn: null,
            SendingAccountId: null,
            TenantName: null,
            [new RecipientEvidence(ann, Evidence.Delivered, "Delivery")]);

        var observation = Observation.Of(feedback, Attribution.To("marketing", AttributionSource.Tag), World.Noon).ShouldHaveSingleItem();

        observation.SentAt.ShouldBe(World.Noon + TimeSpan.FromMinutes(expected));
        observation.OccurredAt.ShouldBe(World.Noon + TimeSpan.FromMinutes(expected));
    }
}
