using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Tells on-call what to do about an alert, with the commands to copy.</summary>
internal static class AlertAdvice
{
    internal static string Of(EntityState state, string region)
    {
        var kind = state.Alert!.Kind;
        var entity = state.Entity;
        var advice = kind switch
        {
            AlertKind.Warning => "Find the mailing that causes it before it becomes critical.",
            AlertKind.Critical => Critical(entity, region),
            AlertKind.Paused => $"Stop the mailing that causes it and clean its list. Then resume:{Resume(entity, region)}",
            AlertKind.AlreadyPaused =>
                $"Find out who disabled it (CloudTrail: PutConfigurationSetSendingOptions). When the cause is gone, resume:{Resume(entity, region)}",
            AlertKind.Held => $"{Held(state, region)}\nIf you know that it is bad, pause it:{Pause(entity, region)}",
            AlertKind.PausedByOperator => $"Nothing, if the pause was intended. To resume:{Resume(entity, region)}",
            AlertKind.PauseFailing => $"Stop the mailing at its source, and pause by hand:{Pause(entity, region)}",
            AlertKind.StillPaused => $"When the cause is gone, resume:{Resume(entity, region)}",
            AlertKind.Recovered or AlertKind.Resumed => "Nothing.",
            _ => throw new ArgumentOutOfRangeException(nameof(state), kind, message: null),
        };
        return $"{advice}\nDetails: {AlertCommands.Status(entity)}";
    }

    private static string Held(EntityState state, string region) => state.Hold switch
    {
        { Reason: HoldReason.DeliveriesNotPublished } =>
            "Add Delivery to an event destination of the set that publishes to the topic of deliveries (output DeliveryTopicArn of the stack).\n"
            + $"To see its destinations:\n  {AlertCommands.EventDestinations(state.Entity, region)}\n"
            + "Until then only SES's own metrics pause it; this mail is repeated daily.",
        { Reason: HoldReason.FewRecipients } =>
            "Look at the recipients that bounce or complain, and stop mailing them. Feedback pauses the set if others follow.",
        { Lag.DeadLettered: > 0 } =>
            "Find the reason in DeliveryFunction's log, then redrive the delivery dead-letter queue (SQS console: Start DLQ redrive).\n"
            + "Another mail follows when it is paused or recovers.",
        _ => "Wait a few minutes: another mail follows when it is paused or recovers.\n"
            + "If none comes, find out why deliveries lag: look at the age of the delivery queue's oldest message and at DeliveryFunction's errors.",
    };

    private static string Critical(ReputationEntity entity, string region) => entity switch
    {
        { ConfigurationSetName: not null } => $"Stop the mailing that causes it, or pause the set:{Pause(entity, region)}",
        _ when entity == ReputationEntity.Account => "Pause the sets that cause it; the worst are listed below.",
        _ => "Find the sender, stop the mailing, and give the sender a configuration set.",
    };

    private static string Resume(ReputationEntity entity, string region) =>
        Commands(AlertCommands.Resume(entity), AlertCommands.ResumeInSes(entity, region));

    /// <summary>Mail without a configuration set can't be paused.</summary>
    private static string Pause(ReputationEntity entity, string region) => entity == ReputationEntity.Unattributed
        ? " find its sender, since there is no set to pause."
        : Commands(AlertCommands.Pause(entity), AlertCommands.PauseInSes(entity, region));

    private static string Commands(string ours, string ofAws) => $"\n  {ours}\nor with the AWS command line:\n  {ofAws}";
}
