using System.Text.Json.Nodes;
using Feedback.Cli.Output;
using Feedback.Configuration;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Feedback.Cli.Policies;

/// <summary>Prints the policy in effect for an entity, and which parts are its own.</summary>
internal static class PolicyPage
{
    public static async Task ShowAsync(IServiceProvider services, ReputationEntity entity, Terminal terminal, CancellationToken cancellationToken)
    {
        var policies = services.GetRequiredService<IPolicyStore>();
        var own = await policies.OverridesAsync(entity, cancellationToken);
        var policy = await policies.GetAsync(entity, cancellationToken);
        var parts = Parts(policy)
            .Select(part => new PolicyPart(OptionNames.NameOf(part.Name), part.Value, own.ContainsKey(part.Name)))
            .ToList();
        terminal.Document(() => new PolicyDocument(entity.Name, parts), CliJson.Readable.PolicyDocument);

        var table = Tables.New("Part", "Value", "From");
        foreach (var part in parts)
        {
            table.AddRow(new Text(part.Name), new Text($"{part.Value}"), new Text(part.Own ? "the set's own policy" : "the deployment"));
        }

        terminal.Write(table);
    }

    /// <summary>Tells the operator who came second.</summary>
    public static string Changed(ReputationEntity entity) =>
        $"Another operator has just changed the policy of {entity.Name}. Nothing was changed; "
            + $"see `feedback history {entity.Name}`, then run the command again.";

    private static IEnumerable<(string Name, JsonNode Value)> Parts(Policy policy) =>
    [
        ("MODE", policy.Mode.ToString()),
        ("WINDOWS", string.Join(',', policy.Windows)),
        ("BOUNCE_WARNING_PERCENT", InPercent(policy.Bounce.Warning)),
        ("BOUNCE_CRITICAL_PERCENT", InPercent(policy.Bounce.Critical)),
        ("MINIMUM_BOUNCES", policy.Bounce.MinimumEvents),
        ("BOUNCE_REPRESENTATIVE_VOLUME", policy.Bounce.RepresentativeVolume),
        ("COMPLAINT_WARNING_PERCENT", InPercent(policy.Complaint.Warning)),
        ("COMPLAINT_CRITICAL_PERCENT", InPercent(policy.Complaint.Critical)),
        ("MINIMUM_COMPLAINTS", policy.Complaint.MinimumEvents),
        ("COMPLAINT_REPRESENTATIVE_VOLUME", policy.Complaint.RepresentativeVolume),
        ("COMPLAINT_SCOPE", policy.ComplaintScope.ToString()),
        (PolicyReader.AlarmTopicArn, policy.AlarmTopicArn ?? "the deployment's alarm topic"),
    ];

    // Without the zeros that dividing by 100 leaves: 4, not 4.00.
    private static decimal InPercent(decimal fraction) => fraction * 100 / 1.000000000000000000000000000m;
}
