using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Tells on-call what to do about an alert, with the commands to copy.</summary>
internal static class AlertAdvice
{
    internal static IReadOnlyList<AlertStep> Of(EntityState state, Deployment deployment)
    {
        var commands = new AlertCommands(state.Entity, deployment);
        return [.. Steps(state, commands), new AlertStep("Details:", commands.Status)];
    }

    private static IEnumerable<AlertStep> Steps(EntityState state, AlertCommands commands) => state.Alert!.Kind switch
    {
        AlertKind.Warning => [new("Find the mailing that causes it before it becomes critical.")],
        AlertKind.Critical => Critical(state.Entity, commands),
        AlertKind.Paused => Resume("Stop the mailing that causes it and clean its list. Then resume:", commands),
        AlertKind.AlreadyPaused => [new("Nothing, if the set was deleted on purpose. Else find out who did it (CloudTrail: DeleteConfigurationSet).")],
        AlertKind.Held => [.. Held(state, commands), .. PauseTheBad(state.Entity, commands)],
        AlertKind.PausedByOperator => Resume("Nothing, if the pause was intended. To resume:", commands),
        AlertKind.PauseFailing => Pause("Stop the mailing at its source, and pause by hand:", commands),
        AlertKind.StillPaused => Resume("When the cause is gone, resume:", commands),
        AlertKind.Recovered => [new("Nothing.")],
        AlertKind.Resumed => [new("Nothing, if the resume was intended.")],
        var kind => throw new ArgumentOutOfRangeException(nameof(state), kind, message: null),
    };

    private static IEnumerable<AlertStep> Critical(ReputationEntity entity, AlertCommands commands) => entity switch
    {
        { ConfigurationSetName: not null } => Pause("Stop the mailing that causes it, or pause the set:", commands),
        { IsAccount: true } => [new("Pause the sets that cause it; the worst are listed below.")],
        _ => [new("Find the sender, stop the mailing, and give the sender a configuration set.")],
    };

    private static IEnumerable<AlertStep> Held(EntityState state, AlertCommands commands) => state.Hold switch
    {
        { Reason: HoldReason.DeliveriesNotPublished } =>
        [
            new("Add Delivery to an event destination of the set that publishes to the topic of deliveries (output DeliveryTopicArn of the stack)."),
            new("To see its destinations:", commands.EventDestinations),
            new("Until then only SES's own metrics pause it; this mail is repeated daily."),
        ],
        { Reason: HoldReason.FewRecipients } =>
            [new("Look at the recipients that bounce or complain, and stop mailing them. Feedback pauses the set if others follow.")],
        { Lag.DeadLettered: > 0 } =>
        [
            new("Find out why they failed, then send them back:", "feedback dlq redrive delivery"),
            new("Another mail follows when it is paused or recovers."),
        ],
        _ =>
        [
            new("Wait a few minutes: another mail follows when it is paused or recovers."),
            new("If none comes, find out why deliveries lag: look at the age of the delivery queue's oldest message and at DeliveryFunction's errors."),
        ],
    };

    private static IEnumerable<AlertStep> PauseTheBad(ReputationEntity entity, AlertCommands commands) =>
        entity.ConfigurationSetName is null && entity != ReputationEntity.Account
            ? [new("If you know that it is bad, find its sender: there is no set to pause.")]
            : Pause("If you know that it is bad, pause it:", commands);

    private static IEnumerable<AlertStep> Resume(string text, AlertCommands commands) => Ways(text, commands.Resume, commands.ResumeInSes, commands);

    private static IEnumerable<AlertStep> Pause(string text, AlertCommands commands) => Ways(text, commands.Pause, commands.PauseInSes, commands);

    private static IEnumerable<AlertStep> Ways(string text, string ours, string ofAws, AlertCommands commands) =>
    [
        new(text, ours),
        new(commands.WithAws, ofAws),
        .. commands.Console is { } console ? [new("or in the console:", console)] : Array.Empty<AlertStep>(),
    ];
}
