using System.Globalization;
using Feedback.Cli.Output;
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
        var parts = Parts(policy).Select(part => new PolicyPart(part.Name, part.Value, own.ContainsKey(part.Name))).ToList();
        terminal.Document(() => new PolicyDocument(entity.Name, parts), CliJson.Readable.PolicyDocument);

        var table = Tables.New("Part", "Value", "From");
        foreach (var part in parts)
        {
            table.AddRow(new Text(part.Name), new Text(part.Value), new Text(part.Own ? "the set's own policy" : "the deployment"));
        }

        terminal.Write(table);
    }

    private static IEnumerable<(string Name, string Value)> Parts(Policy policy) =>
    [
        ("MODE", policy.Mode.ToString()),
        ("WINDOWS", string.Join(',', policy.Windows)),
        ("BOUNCE_WARNING_PERCENT", InPercent(policy.Bounce.Warning)),
        ("BOUNCE_CRITICAL_PERCENT", InPercent(policy.Bounce.Critical)),
        ("MINIMUM_BOUNCES", Number(policy.Bounce.MinimumEvents)),
        ("BOUNCE_REPRESENTATIVE_VOLUME", Number(policy.Bounce.RepresentativeVolume)),
        ("COMPLAINT_WARNING_PERCENT", InPercent(policy.Complaint.Warning)),
        ("COMPLAINT_CRITICAL_PERCENT", InPercent(policy.Complaint.Critical)),
        ("MINIMUM_COMPLAINTS", Number(policy.Complaint.MinimumEvents)),
        ("COMPLAINT_REPRESENTATIVE_VOLUME", Number(policy.Complaint.RepresentativeVolume)),
        ("ALARM_TOPIC_ARN", policy.AlarmTopicArn ?? "the deployment's alarm topic"),
    ];

    private static string InPercent(decimal fraction) => (fraction * 100).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
