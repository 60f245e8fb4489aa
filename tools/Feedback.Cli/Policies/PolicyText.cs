using Feedback.Cli.Output;
using Feedback.Reputation;

namespace Feedback.Cli.Policies;

/// <summary>Formats a policy in one line.</summary>
internal static class PolicyText
{
    public static string Of(Policy policy) =>
        $"mode {policy.Mode}, windows {string.Join(",", policy.Windows)}, bounces {Of(policy.Bounce)}, complaints {Of(policy.Complaint)}";

    private static string Of(Thresholds thresholds) =>
        $"{Percent.Of(thresholds.Warning)} and {Percent.Of(thresholds.Critical)} (at least {thresholds.MinimumEvents}, "
            + $"representative from {Figures.Count(thresholds.RepresentativeVolume)})";
}
