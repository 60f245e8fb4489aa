using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Alerts;

/// <summary>A paused set's state with an alert of any kind, and the mail about it.</summary>
internal static class AlertStates
{
    internal static AlertMail Compose(EntityState state) => ComposeAll(state).Mail;

    internal static Alert ComposeAll(EntityState state) => AlertComposer.Compose(state, Policy.Default, AlertSample.None, World.Deployment);

    internal static EntityState State(AlertKind kind, string name = World.SetName) => EntityState.New(ReputationEntity.ConfigurationSet(name)) with
    {
        Version = 6,
        Level = Level.Critical,
        Sending = SendingStatus.Paused,
        PausedAt = World.Noon,
        ChangedAt = World.Noon,
        Alert = new PendingAlert(kind, Version: 6),
        Worst = new Rate(Signal.Bounce, Window.Parse("1h"), 77, 1_240),
        Tallies =
        [
            new WindowTally(Window.Parse("1h"), new Tally(1_240, 1_160, 77, 3, 0)),
            new WindowTally(Window.Parse("24h"), new Tally(20_500, 20_400, 81, 19, 3)),
            new WindowTally(Window.Parse("7d"), new Tally(140_000, 139_500, 300, 200, 20)),
        ],
    };
}
