using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds policies of sets that SES doesn't know: usually a name that was mistyped, or a set that was deleted.</summary>
internal sealed class PolicyCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) => setUp.SetNames is not { } names ? [] : setUp.OwnPolicies
        .Where(entity => entity is { ConfigurationSetName: { } set, Member: null } && !names.Contains(set))
        .Select(entity => new Finding(
            Severity.Warning,
            "policies",
            entity.Name,
            "It has a policy of its own, but SES has no such set.",
            "If the name was mistyped, the set that was meant follows the deployment's policy.",
            $"feedback policy clear {entity.CommandName}"));
}
