using Feedback.Suppression;

namespace Feedback.Cli.Commands;

/// <summary>The suppression list's answer for an address as JSON.</summary>
/// <param name="Address">The normalised address, which is the table's key.</param>
/// <param name="Suppressed">Whether mail to it must not be sent.</param>
/// <param name="Reasons">The reasons in force; empty if mail may be sent.</param>
internal sealed record SuppressionDocument(string Address, bool Suppressed, IReadOnlyList<SuppressionDocument.ReasonPart> Reasons)
{
    public static SuppressionDocument Of(SuppressionEntry entry, DateTimeOffset now)
    {
        var reasons = entry.InForce(now).Select(reason => ReasonPart.Of(reason, entry.Reasons[reason])).ToList();
        return new SuppressionDocument(entry.Address.Value, reasons.Count > 0, reasons);
    }

    /// <summary>A reason with its latest cause.</summary>
    /// <param name="Reason">The reason, for example <c>HardBounce</c>.</param>
    /// <param name="OccurredAt">The time of its latest event.</param>
    /// <param name="Until">The time at which it ends; null if it doesn't end.</param>
    /// <param name="MessageId">SES's id of the message that the event is about.</param>
    internal sealed record ReasonPart(string Reason, DateTimeOffset OccurredAt, DateTimeOffset? Until, string MessageId)
    {
        public static ReasonPart Of(SuppressionReason reason, SuppressionCause cause) =>
            new(reason.ToString(), cause.OccurredAt, SuppressionReasons.Ends(reason, cause), cause.MessageId);
    }
}
