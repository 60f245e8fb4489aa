using Feedback.Suppression;

namespace Feedback.Cli.Commands;

/// <summary>What the suppression list says of an address, for machines.</summary>
/// <param name="Address">In the spelling that is the table's key.</param>
/// <param name="Suppressed">Whether it must not be written to.</param>
/// <param name="Reasons">Those in force; empty if it may.</param>
internal sealed record SuppressionDocument(string Address, bool Suppressed, IReadOnlyList<SuppressionDocument.ReasonPart> Reasons)
{
    public static SuppressionDocument Of(SuppressionEntry entry, DateTimeOffset now)
    {
        var reasons = entry.InForce(now).Select(reason => ReasonPart.Of(reason, entry.Reasons[reason])).ToList();
        return new SuppressionDocument(entry.Address.Value, reasons.Count > 0, reasons);
    }

    /// <summary>One reason with its latest cause.</summary>
    /// <param name="Reason">Such as <c>HardBounce</c>.</param>
    /// <param name="OccurredAt">When its latest event happened.</param>
    /// <param name="Until">When it ends; null if it never does.</param>
    /// <param name="MessageId">SES's id of the message that event speaks of.</param>
    internal sealed record ReasonPart(string Reason, DateTimeOffset OccurredAt, DateTimeOffset? Until, string MessageId)
    {
        public static ReasonPart Of(SuppressionReason reason, SuppressionCause cause) =>
            new(reason.ToString(), cause.OccurredAt, SuppressionReasons.Ends(reason, cause), cause.MessageId);
    }
}
