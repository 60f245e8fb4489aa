using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Cli.Explaining;

/// <summary>Tells from an item of the ledger which events came, and what each of them changed.</summary>
internal static class Explanation
{
    private const string Suppressed = "suppresses the address, counts in no rate";
    private const string InNoRate = "counts in no rate";

    private static readonly (Evidence Flag, string What, string Effect)[] Uncounted =
    [
        (Evidence.Rejected, "Not attempted: SES found a virus in it", InNoRate),
        (Evidence.RenderingFailed, "Not attempted: SES could not make it from its template", InNoRate),
        (Evidence.Delayed, "Delayed: SES went on trying", InNoRate),
        (Evidence.ListedInComplaint, "Listed in a complaint that another recipient is counted for", Suppressed),
        (Evidence.OnAccountList, "Not attempted: on the account's suppression list of SES", Suppressed),
        (Evidence.OnTenantList, "Not attempted: on the tenant's suppression list of SES", Suppressed),
        (Evidence.FailedValidation, "Not attempted: rejected by SES's address validation", Suppressed),
        (Evidence.Unsubscribed, "The recipient has unsubscribed", Suppressed),
    ];

    /// <summary>Returns the events in the order in which they happened; those without a time come last.</summary>
    public static IReadOnlyList<ExplainedEvent> Of(Outcome outcome) => [.. Events(outcome).OrderBy(one => one.At ?? DateTimeOffset.MaxValue)];

    private static IEnumerable<ExplainedEvent> Events(Outcome outcome)
    {
        var (evidence, reputationEvent) = (outcome.Evidence, outcome.ReputationEvent);
        var set = outcome.Attribution.Entity.Name;
        if (evidence.HasFlag(Evidence.Delivered))
        {
            yield return new ExplainedEvent(outcome.DeliveredAt, "Delivered", Counts($"counts as delivered mail of {set}"));
        }

        if (evidence.HasFlag(Evidence.SoftBounced))
        {
            yield return new ExplainedEvent(outcome.SoftBouncedAt, "Soft bounce", Counts(evidence.HasFlag(Evidence.TowardsSoftBounceLimit)
                ? $"counts as an attempt of {set}, and towards the soft-bounce limit of the address"
                : $"counts as an attempt of {set} only"));
        }

        if (evidence.HasFlag(Evidence.HardBounced))
        {
            var known = reputationEvent?.Subtype.StartsWith("Complaint", StringComparison.Ordinal) == false ? reputationEvent : null;
            yield return new ExplainedEvent(
                known?.OccurredAt, $"Hard bounce {known?.Subtype}".TrimEnd(), Counts($"counts as a hard bounce of {set}, suppresses the address"));
        }

        if (evidence.HasFlag(Evidence.Complained))
        {
            var known = reputationEvent?.Subtype.StartsWith("Complaint", StringComparison.Ordinal) == true ? reputationEvent : null;
            yield return new ExplainedEvent(
                known?.OccurredAt, known?.Subtype ?? "Complaint", Counts($"counts as a complaint of {set}, suppresses the address"));
        }

        foreach (var (flag, what, effect) in Uncounted.Where(one => evidence.HasFlag(one.Flag)))
        {
            yield return new ExplainedEvent(At: null, what, effect);
        }

        string Counts(string effect) => outcome.Attribution.Counted ? effect : $"sent by another account: {InNoRate}";
    }
}
