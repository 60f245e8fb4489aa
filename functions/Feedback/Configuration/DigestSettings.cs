using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>The settings of the daily digest.</summary>
/// <param name="Recipients">Up to 50 addresses, SES's limit for one mail; empty for no digest.</param>
/// <param name="Sender">The address it comes from, which SES must have verified, or its domain.</param>
/// <param name="ConfigurationSet">The configuration set it is sent with: one of its own.</param>
internal sealed record DigestSettings(IReadOnlyList<string> Recipients, string Sender, string ConfigurationSet)
{
    internal const int MostRecipients = 50;

    internal static DigestSettings Off { get; } = new([], string.Empty, string.Empty);

    internal bool IsOn => Recipients.Count > 0;

    /// <summary>
    /// Returns the policy in force for an entity. The digest's own set is never enforced: a few mails a day to operators say nothing about a
    /// sender, and a pause would silence the mail that tells of it.
    /// </summary>
    internal Policy Spare(ReputationEntity entity, Policy policy) =>
        IsOn && policy.Mode == Mode.Enforce && entity == ReputationEntity.ConfigurationSet(ConfigurationSet) ? policy with { Mode = Mode.Observe } : policy;

    internal static DigestSettings Read(VariableReader from)
    {
        var digest = new DigestSettings(
            from.Addresses("FEEDBACK_DIGEST_RECIPIENTS", MostRecipients),
            from.Optional("FEEDBACK_DIGEST_SENDER", string.Empty),
            from.Optional("FEEDBACK_DIGEST_CONFIGURATION_SET", string.Empty));
        if (digest.IsOn && (digest.Sender.Length == 0 || digest.ConfigurationSet.Length == 0))
        {
            from.Problem("FEEDBACK_DIGEST_RECIPIENTS is set, so FEEDBACK_DIGEST_SENDER and FEEDBACK_DIGEST_CONFIGURATION_SET must be too.");
        }

        return digest;
    }
}
