using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds sets of which SES publishes no rates of its own.</summary>
internal sealed class ReputationMetricsCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) => setUp.Sets.Where(set => set.ReputationMetrics == false).Select(set => new Finding(
        Severity.Warning,
        "reputation-metrics",
        set.Name,
        "Its reputation metrics are off.",
        "There is no second opinion on its rates, and an alarm on SES's own rates of this set never fires.",
        $"aws sesv2 put-configuration-set-reputation-options --configuration-set-name {set.Name} --reputation-metrics-enabled"));
}
