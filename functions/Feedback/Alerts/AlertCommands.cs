using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>The commands that a mail suggests: those of Feedback's command line, and those of AWS for operators who don't have it.</summary>
internal static class AlertCommands
{
    internal static string Status(ReputationEntity entity) => $"feedback status {entity.CommandName}";

    internal static string Resume(ReputationEntity entity) => $"feedback resume {entity.CommandName} --reason \"...\"";

    internal static string Pause(ReputationEntity entity) => $"feedback pause {entity.CommandName} --reason \"...\"";

    internal static string ResumeInSes(ReputationEntity entity, string region) => InSes(entity, region, "--sending-enabled");

    internal static string PauseInSes(ReputationEntity entity, string region) => InSes(entity, region, "--no-sending-enabled");

    internal static string EventDestinations(ReputationEntity entity, string region) =>
        $"aws sesv2 get-configuration-set-event-destinations --configuration-set-name {entity.Name} --region {region}";

    private static string InSes(ReputationEntity entity, string region, string option) => entity.ConfigurationSetName is { } set
        ? $"aws sesv2 put-configuration-set-sending-options --configuration-set-name {set} {option} --region {region}"
        : $"aws sesv2 put-account-sending-attributes {option} --region {region}";
}
