using Feedback.Deciding;
using Feedback.Deciding.Lag;
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
            Not paused; rechecked every minute.

            """);
    }

    [Fact]
    public void Compose_AHoldOnDeadLetteredDeliveries_NamesTheRemedy()
    {
        var mail = Compose(OnHold(new DeliveryLag(9_700, DeadLettered: 9_700)));

        mail.Subject.ShouldContain("marketing, deliveries in dead-letter queue");
        mail.Text.ShouldContain("looks critical, but 9,700 delivery events are in the delivery dead-letter queue and missing from the rate.");
        mail.Text.ShouldContain("then redrive the delivery dead-letter queue");
    }

    [Fact]
    public void Compose_AHoldOnAQueueThatCannotBeRead_SaysSo() =>
        Compose(OnHold(new DeliveryLag(Missing: null, DeadLettered: null))).Text.ShouldContain("but the delivery queue could not be read");

    [Fact]
    public void Compose_AHoldWithoutAFigure_ClaimsNone() =>
        Compose(OnHold(new DeliveryLag(Missing: null, DeadLettered: 0))).Text.ShouldContain("but its latest deliveries are not counted yet");

    private static EntityState OnHold(DeliveryLag lag) =>
        State(AlertKind.Held) with { Sending = SendingStatus.Enabled, Hold = new Hold(World.Noon, World.Noon, lag, Told: true) };
}
