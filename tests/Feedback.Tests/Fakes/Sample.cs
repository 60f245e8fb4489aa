using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Tests.Fakes;

/// <summary>Observations to start from.</summary>
internal static class Sample
{
    internal static readonly DateTimeOffset SentAt = World.Noon - TimeSpan.FromMinutes(30);

    internal static readonly Attribution ByTag = Attribution.To(World.SetName, AttributionSource.Tag);

    internal static EmailAddress Address(string text)
    {
        var full = text.Contains('@', StringComparison.Ordinal) ? text : $"{text}@example.org";
        EmailAddress.TryParse(full, out var address, out var problem).ShouldBeTrue(problem);
        return address;
    }

    internal static Observation Observe(
        Evidence evidence,
        string recipient = "ann",
        string message = "message-1",
        Attribution? attribution = null,
        DateTimeOffset? sentAt = null,
        DateTimeOffset? occurredAt = null,
        string subtype = "Any",
        string? feedbackId = "feedback-1")
    {
        var address = Address(recipient);
        return new Observation(
            new OutcomeKey(address.Hash, message),
            address,
            evidence,
            attribution ?? ByTag,
            sentAt ?? SentAt,
            occurredAt ?? (sentAt ?? SentAt) + TimeSpan.FromSeconds(2),
            subtype,
            feedbackId);
    }
}
