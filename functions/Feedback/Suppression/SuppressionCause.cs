namespace Feedback.Suppression;

/// <summary>The latest event behind a suppression reason.</summary>
/// <param name="OccurredAt">Time of the event itself.</param>
/// <param name="MessageId">SES message id of the mail.</param>
internal readonly record struct SuppressionCause(DateTimeOffset OccurredAt, string MessageId)
{
    internal static SuppressionCause Later(SuppressionCause one, SuppressionCause other) =>
        (one.OccurredAt, one.MessageId).CompareTo((other.OccurredAt, other.MessageId)) >= 0 ? one : other;
}
