namespace Feedback.Suppression;

/// <summary>The latest event behind a reason.</summary>
/// <param name="OccurredAt">The event's own time.</param>
/// <param name="MessageId">The SES message id it speaks of.</param>
internal readonly record struct SuppressionCause(DateTimeOffset OccurredAt, string MessageId)
{
    internal static SuppressionCause Later(SuppressionCause one, SuppressionCause other) =>
        (one.OccurredAt, one.MessageId).CompareTo((other.OccurredAt, other.MessageId)) >= 0 ? one : other;
}
