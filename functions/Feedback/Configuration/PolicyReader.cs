using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>
/// Reads the deployment's policy from environment variables, and a set's own from its policy item. Both use the same names and bounds.
/// A value that is not given keeps its default.
/// </summary>
internal static class PolicyReader
{
    /// <summary>Every name in a policy, without prefix.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        "MODE",
        "WINDOWS",
        "BOUNCE_WARNING_PERCENT",
        "BOUNCE_CRITICAL_PERCENT",
        "MINIMUM_BOUNCES",
        "BOUNCE_REPRESENTATIVE_VOLUME",
        "COMPLAINT_WARNING_PERCENT",
        "COMPLAINT_CRITICAL_PERCENT",
        "MINIMUM_COMPLAINTS",
        "COMPLAINT_REPRESENTATIVE_VOLUME",
        "COMPLAINT_SCOPE",
        AlarmTopicArn,
    ];

    /// <summary>Only in a set's own policy: the deployment's topic is a setting.</summary>
    internal const string AlarmTopicArn = "ALARM_TOPIC_ARN";

    /// <summary>Reads a set's own policy.</summary>
    /// <exception cref="SettingsException">The policy is not valid: the message names every problem.</exception>
    internal static Policy Read(IReadOnlyDictionary<string, string> overrides, Policy defaults)
    {
        var from = new VariableReader(overrides.GetValueOrDefault);
        foreach (var unknown in overrides.Keys.Where(name => !Names.Contains(name)))
        {
            from.Problem($"{unknown} is not part of a policy.");
        }

        var policy = Read(from, prefix: string.Empty, defaults) with { AlarmTopicArn = from.TopicArn(AlarmTopicArn, defaults.AlarmTopicArn) };
        from.ThrowIfAnyProblem();
        return policy;
    }

    internal static Policy Read(VariableReader from, string prefix, Policy defaults) => defaults with
    {
        Mode = from.OneOf(prefix + "MODE", defaults.Mode),
        Windows = from.Windows(prefix + "WINDOWS", defaults.Windows),
        Bounce = ReadThresholds(from, prefix, "BOUNCE", "BOUNCES", defaults.Bounce),
        Complaint = ReadThresholds(from, prefix, "COMPLAINT", "COMPLAINTS", defaults.Complaint),
        ComplaintScope = from.OneOf(prefix + "COMPLAINT_SCOPE", defaults.ComplaintScope),
    };

    private static Thresholds ReadThresholds(VariableReader from, string prefix, string signal, string events, Thresholds defaults)
    {
        var (warningName, criticalName) = ($"{prefix}{signal}_WARNING_PERCENT", $"{prefix}{signal}_CRITICAL_PERCENT");
        var warning = from.Percent(warningName, defaults.Warning);
        var critical = from.Percent(criticalName, defaults.Critical);
        if (critical <= warning)
        {
            from.Problem($"{criticalName} must be above {warningName}.");
        }

        var minimum = from.Whole($"{prefix}MINIMUM_{events}", defaults.MinimumEvents, least: 1, most: 1_000_000);
        var representative = from.Whole($"{prefix}{signal}_REPRESENTATIVE_VOLUME", defaults.RepresentativeVolume, least: 1, most: 100_000_000);
        return new Thresholds(warning, critical, minimum, representative);
    }
}
