using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>What an alert suggests to copy: Feedback's commands, and for operators without them those of AWS and the page of its console.</summary>
internal sealed class AlertCommands(ReputationEntity entity, Deployment deployment)
{
    internal string Status => $"feedback status {entity.CommandName}";

    internal string Resume => $"feedback resume {entity.CommandName} --reason \"...\"";

    internal string Pause => $"feedback pause {entity.CommandName} --reason \"...\"";

    internal string ResumeInSes => InSes("--sending-enabled");

    internal string PauseInSes => InSes("--no-sending-enabled");

    internal string EventDestinations =>
        $"aws sesv2 get-configuration-set-event-destinations --configuration-set-name {entity.ShortName} --region {deployment.Region}";

    /// <summary>Introduces the commands of AWS, which need credentials of the entity's account.</summary>
    internal string WithAws => entity.Member is { } member
        ? $"or with the AWS command line, with credentials of account {member.AccountId}:"
        : "or with the AWS command line:";

    /// <summary>The page on which a configuration set's sending is switched; null for the account, which the console can't pause.</summary>
    internal string? Console => entity.ConfigurationSetName is { } set
        ? $"https://{deployment.ConsoleHost}/ses/home?region={deployment.Region}#/configuration-sets/{set}"
        : null;

    private string InSes(string option) => entity.ConfigurationSetName is { } set
        ? $"aws sesv2 put-configuration-set-sending-options --configuration-set-name {set} {option} --region {deployment.Region}"
        : $"aws sesv2 put-account-sending-attributes {option} --region {deployment.Region}";
}
