using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

/// <summary>SES's event destinations: every set publishes what a test says, all kinds of event by default.</summary>
internal sealed class FakeEventDestinations(Faults faults) : IEventDestinations
{
    internal HashSet<FeedbackKind> Published { get; } = [.. Enum.GetValues<FeedbackKind>()];

    public Task<EventPublishing?> GetAsync(ReputationEntity set, CancellationToken cancellationToken) => faults.CallAsync(
        "destinations.Get",
        () => (EventPublishing?)new EventPublishing([new EventDestination("feedback", Enabled: true, Published, "arn:aws:sns:eu-west-1:123456789012:events")]),
        cancellationToken);
}
