using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Alerts.AlertStates;

namespace Feedback.Tests.Alerts;

/// <summary>A mail of each kind, as on-call gets it. docs/mails.md shows them, drawn from the texts in the folder Mails.</summary>
internal static class AlertGallery
{
    private static readonly AlertSample Sample = new(
    [
        .. Enumerable.Repeat(new ReputationEvent(World.Noon, "Permanent/NoEmail", "example.org", "0100018f2a-77"), 52),
        .. Enumerable.Repeat(new ReputationEvent(World.Noon, "Permanent/General", "example.net", "0100018f2a-25"), 25),
    ]);

    private static readonly Rate Few = new(Signal.Complaint, Window.Parse("24h"), 5, 1_900);

    internal static IReadOnlyDictionary<string, AlertMail> Mails { get; } = new Dictionary<string, AlertMail>
    {
        ["warning"] = Mail(Counted(Sends(AlertKind.Warning), new Tally(1_240, 1_206, 31, 3, 0)) with { Level = Level.Warning }),
        ["critical"] = Mail(Sends(AlertKind.Critical), mode: Mode.Observe),
        ["paused"] = Mail(State(AlertKind.Paused)),
        ["pause-failing"] = Mail(Sends(AlertKind.PauseFailing, "SES accepted the call but still reports sending as enabled.") with
        {
            Sending = SendingStatus.Pausing,
        }),
        ["already-gone"] = Mail(Sends(AlertKind.AlreadyPaused, "SES has no configuration set of this name.")),
        ["held-deliveries"] = Mail(Held(HoldReason.DeliveriesMissing, new DeliveryLag(9_700, DeadLettered: 0))),
        ["held-dead-letters"] = Mail(Held(HoldReason.DeliveriesMissing, new DeliveryLag(9_700, DeadLettered: 9_700))),
        ["held-not-published"] = Mail(Counted(Held(HoldReason.DeliveriesNotPublished, DeliveryLag.None), new Tally(77, 0, 77, 0, 0))),
        ["held-few-recipients"] = Mail(
            Held(HoldReason.FewRecipients, DeliveryLag.None, new RecipientSpread(Few, Recipients: 1, Domains: 1, Needed: 4)) with
            {
                Worst = Few,
                Tallies = [new WindowTally(Window.Parse("24h"), new Tally(1_903, 1_900, 0, 3, 5))],
            },
            new AlertSample([.. Enumerable.Repeat(new ReputationEvent(World.Noon, "Complaint/abuse", "example.com", "0100018f2a-05"), 5)])),
        ["paused-by-operator"] = Mail(NoReason(AlertKind.PausedByOperator, "ann: wrong list, TICKET-9") with { PausedBy = PausedBy.Operator }),
        ["still-paused"] = Mail(State(AlertKind.StillPaused) with { ChangedAt = World.Noon.AddDays(1) }),
        ["resumed"] = Mail(NoReason(AlertKind.Resumed, "ann: list cleaned, TICKET-12") with { Level = Level.Normal, Sending = SendingStatus.Enabled }),
        ["recovered"] = Mail(Counted(Sends(AlertKind.Recovered), new Tally(4_300, 4_222, 77, 1, 0)) with { Level = Level.Normal }),
        ["account"] = Mail(
            Sends(AlertKind.Critical) with { Entity = ReputationEntity.Account },
            Sample with
            {
                Sets =
                [
                    State(AlertKind.Paused),
                    Counted(Sends(AlertKind.Warning, name: "newsletter"), new Tally(1_240, 1_206, 31, 3, 0)) with { Level = Level.Warning },
                ],
            }),
    };

    private static AlertMail Mail(EntityState state, AlertSample? sample = null, Mode mode = Mode.Enforce) =>
        AlertComposer.Compose(state, Policy.Default with { Mode = mode }, sample ?? (state.Worst is null ? AlertSample.None : Sample), World.Deployment).Mail;

    private static EntityState Sends(AlertKind kind, string? note = null, string name = World.SetName) => State(kind, name) with
    {
        Sending = SendingStatus.Enabled,
        PausedAt = null,
        Alert = new PendingAlert(kind, Version: 6, note),
    };

    /// <summary>All of it in the last hour.</summary>
    private static EntityState Counted(EntityState state, Tally hour) => state with
    {
        Worst = Rate.Of(Signal.Bounce, Window.Parse("1h"), hour),
        Tallies = [new WindowTally(Window.Parse("1h"), hour)],
    };

    /// <summary>A person decided, and not a rate.</summary>
    private static EntityState NoReason(AlertKind kind, string note) => State(kind) with
    {
        Worst = null,
        Tallies = [],
        Alert = new PendingAlert(kind, Version: 6, note),
    };

    private static EntityState Held(HoldReason reason, DeliveryLag lag, RecipientSpread? spread = null) => Sends(AlertKind.Held) with
    {
        Hold = new Hold(World.Noon, World.Noon, reason, lag, Told: true) { Spread = spread },
    };
}
