using System.Text.Json;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Alerts.AlertStates;

namespace Feedback.Tests.Alerts;

public sealed class HeldAlertTests
{
    [Fact]
    public void Compose_AHoldOnQueuedDeliveries_SaysHowManyAndThatNothingIsPaused()
    {
        var mail = Compose(OnHold(new DeliveryLag(9_700, DeadLettered: 0)));

        mail.Subject.ShouldBe("Possibly CRITICAL, pause on hold: marketing, deliveries still queued (eu-west-1, 123456789012)");
        mail.Text.ShouldStartWith(
            """
            Configuration set marketing looks critical, but 9,700 delivery events (all sets) are still queued and could bring the rate down.
            Nothing is paused yet. Feedback looks again every minute.

            """);
    }

    [Fact]
    public void Compose_AHoldOnDeadLetteredDeliveries_NamesTheRemedy()
    {
        var mail = Compose(OnHold(new DeliveryLag(9_700, DeadLettered: 9_700)));

        mail.Subject.ShouldContain("marketing, deliveries dead-lettered (eu-west-1, 123456789012)");
        mail.Text.ShouldContain("looks critical, but 9,700 delivery events are in the delivery dead-letter queue and missing from the rate.");
        mail.Text.ShouldContain("\n  feedback dlq redrive delivery\n");
    }

    [Fact]
    public void Compose_AHoldOnAQueueThatCannotBeRead_SaysSo() =>
        Compose(OnHold(new DeliveryLag(Missing: null, DeadLettered: null))).Text.ShouldContain("but the delivery queue could not be read");

    [Fact]
    public void Compose_AHoldWithoutAFigure_ClaimsNone() =>
        Compose(OnHold(new DeliveryLag(Missing: null, DeadLettered: 0))).Text.ShouldContain("but its latest deliveries are not counted yet");

    [Fact]
    public void Compose_AHoldOnASetWithoutDeliveryEvents_NamesWhatToAdd()
    {
        var mail = Compose(OnHold(DeliveryLag.None, HoldReason.DeliveriesNotPublished));

        mail.Subject.ShouldBe("Possibly CRITICAL, pause on hold: marketing, deliveries not published (eu-west-1, 123456789012)");
        mail.Text.ShouldStartWith("Configuration set marketing looks critical, but SES publishes no delivery events of it, so Feedback has no rates for it.\n");
        mail.Text.ShouldContain("Nothing is paused yet. Feedback looks again every quarter of an hour.");
        mail.Text.ShouldContain("Add Delivery to an event destination of the set");
        mail.Text.ShouldContain("aws sesv2 get-configuration-set-event-destinations --configuration-set-name marketing --region eu-west-1");
    }

    [Fact]
    public void Compose_AHoldOnTooFewRecipients_SaysSo()
    {
        var mail = Compose(OnHold(DeliveryLag.None, HoldReason.FewRecipients));

        mail.Subject.ShouldBe("Possibly CRITICAL, pause on hold: marketing, few recipients (eu-west-1, 123456789012)");
        mail.Text.ShouldContain("the events come from too few recipients or from a single recipient domain.\nNothing is paused yet.");
        mail.Text.ShouldContain("Look at the recipients that bounce or complain");
    }

    [Theory]
    [InlineData(3, 1, "come from 3 recipients at 1 domain.\nA pause needs 12 recipients.\n")]
    [InlineData(1, 1, "come from 1 recipient at 1 domain.\nA pause needs 12 recipients.\n")]
    [InlineData(12, 1, "are all at one recipient domain of several.\n")]
    public void Compose_AHoldOnTooFewRecipients_HasTheFigures(int recipients, int domains, string figures)
    {
        var mail = Compose(OnHold(DeliveryLag.None, HoldReason.FewRecipients, new RecipientSpread(Bounces, recipients, domains, Needed: 12)));

        mail.Text.ShouldStartWith($"Configuration set marketing looks critical, but its volume is small, and the 30 hard bounces in 1h {figures}");
    }

    [Fact]
    public void Compose_AHold_HasItsReasonInTheJson()
    {
        var mail = Compose(OnHold(new DeliveryLag(7, DeadLettered: 0), HoldReason.FewRecipients, new RecipientSpread(Bounces, 3, 1, Needed: 12)));

        JsonDocument.Parse(mail.Json).RootElement.GetProperty("hold").GetRawText().ShouldBe(
            """
            {"reason":"FewRecipients","missingDeliveries":7,"deadLetteredDeliveries":0,"recipients":3,"recipientDomains":1,"neededRecipients":12}
            """);
    }

    private static Rate Bounces => new(Signal.Bounce, Window.Parse("1h"), 30, 120);

    private static EntityState OnHold(DeliveryLag lag, HoldReason reason = HoldReason.DeliveriesMissing, RecipientSpread? spread = null) =>
        State(AlertKind.Held) with
        {
            Sending = SendingStatus.Enabled,
            Hold = new Hold(World.Noon, World.Noon, reason, lag, Told: true) { Spread = spread },
        };
}
