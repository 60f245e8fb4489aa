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
        var reasons = entry.Causes.Where(cause => cause.Value.IsInForce(now)).Select(ReasonPart.Of).ToList();
        return new SuppressionDocument(entry.Address.Value, reasons.Count > 0, reasons);
    }

    /// <summary>A reason with its latest cause.</summary>
    /// <param name="Reason">The reason, for example <c>HardBounce</c>.</param>
    /// <param name="Scope"><c>*</c> for all mail, or the configuration set to whose mail it applies.</param>
    /// <param name="OccurredAt">The time of its latest event.</param>
    /// <param name="Until">The time at which it ends; null if it doesn't end.</param>
    /// <param name="MessageId">SES's id of the message that the event is about; null for an operator's order.</param>
    internal sealed record ReasonPart(string Reason, string Scope, DateTimeOffset OccurredAt, DateTimeOffset? Until, string? MessageId)
    {
        public static ReasonPart Of(KeyValuePair<SuppressionKey, SuppressionCause> cause)
        {
            var last = (cause.Value as EventCause)?.Last;
            return new ReasonPart(
                cause.Key.Reason.ToString(), cause.Key.Scope.ToString(), last?.OccurredAt ?? cause.Value.Since, cause.Value.Until, last?.MessageId);
        }
    }
}
