namespace Feedback.Suppression;

/// <summary>An event that suppresses, with what support needs to explain it.</summary>
/// <param name="OccurredAt">Time of the event itself.</param>
/// <param name="MessageId">SES message id of the mail.</param>
/// <param name="Subtype">Such as <c>Permanent/General</c>; null if unknown.</param>
/// <param name="Diagnostic">What the receiving server said, shortened and without addresses; null if it said nothing.</param>
/// <param name="ConfigurationSet">The set that sent the mail; null if unknown.</param>
/// <param name="FeedbackId">SES's id of the notification; null if it has none.</param>
internal sealed record SuppressionEvent(
    DateTimeOffset OccurredAt,
    string MessageId,
    string? Subtype = null,
    string? Diagnostic = null,
    string? ConfigurationSet = null,
    string? FeedbackId = null)
{
    /// <summary>Returns the later event. A tie goes to the larger text, so that the order of arrival makes no difference.</summary>
    internal static SuppressionEvent Later(SuppressionEvent one, SuppressionEvent other) => Compare(one, other) >= 0 ? one : other;

    private static int Compare(SuppressionEvent one, SuppressionEvent other)
    {
        var byTime = one.OccurredAt.CompareTo(other.OccurredAt);
        if (byTime != 0)
        {
            return byTime;
        }

        foreach (var (left, right) in one.Texts.Zip(other.Texts))
        {
            var byText = string.CompareOrdinal(left, right);
            if (byText != 0)
            {
                return byText;
            }
        }

        return 0;
    }

    private string?[] Texts => [MessageId, ConfigurationSet, Subtype, Diagnostic, FeedbackId];
}
