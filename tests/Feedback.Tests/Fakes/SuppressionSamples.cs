using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Tests.Fakes;

/// <summary>Short ways to build and to look at suppression entries.</summary>
internal static class SuppressionSamples
{
    internal static SuppressionScope Set(string name) => SuppressionScope.Of(name);

    internal static SuppressionEntry Seen(
        this SuppressionEntry entry, SuppressionReason reason, DateTimeOffset at, string message = "message-1", string? set = null, bool isNewMessage = true) =>
        entry.With(reason, SuppressionScope.Of(set), new SuppressionEvent(at, message), isNewMessage, SuppressionTerms.Default);

    /// <summary>What recording the observation adds for one of its reasons.</summary>
    internal static SuppressionEntry Seen(this SuppressionEntry entry, Observation seen, SuppressionReason reason, bool isNewMessage) => entry.With(
        reason,
        reason == SuppressionReason.Complaint && seen.ComplaintScope == ComplaintScope.Everywhere
            ? SuppressionScope.Everywhere
            : SuppressionScope.Of(seen.Attribution.ConfigurationSet),
        new SuppressionEvent(seen.OccurredAt, seen.Key.MessageId, seen.Subtype, seen.Diagnostic, seen.Attribution.ConfigurationSet, seen.FeedbackId),
        isNewMessage,
        SuppressionTerms.Default);

    internal static EventCause Events(this SuppressionEntry entry, SuppressionReason reason, SuppressionScope scope = default) =>
        entry.Causes[SuppressionKey.Of(reason, scope)].ShouldBeOfType<EventCause>();
}
