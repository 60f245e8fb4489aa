using System.Collections.Concurrent;
using Amazon.SimpleEmailV2.Model;
using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Reputation;
using Destination = Feedback.Deciding.Lag.EventDestination;
using SesDestination = Amazon.SimpleEmailV2.Model.EventDestination;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="IEventDestinations"/>
internal sealed class SesEventDestinations(SesClients clients, SesRateLimiter rateLimiter, TimeProvider time) : IEventDestinations
{
    /// <summary>Destinations seldom change, and SES allows about one such call a second.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ReputationEntity, (EventPublishing? Publishing, DateTimeOffset Until)> _known = [];

    public async Task<EventPublishing?> GetAsync(ReputationEntity set, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(set, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.Publishing;
        }

        var publishing = await AskAsync(set, cancellationToken);
        _known[set] = (publishing, time.GetUtcNow() + KeptFor);
        return publishing;
    }

    private async Task<EventPublishing?> AskAsync(ReputationEntity set, CancellationToken cancellationToken)
    {
        try
        {
            var ses = await clients.OfAsync(set.Member, cancellationToken);
            var request = new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = set.ShortName };
            var response = await rateLimiter.CallAsync(
                SesClients.Turn("GetConfigurationSetEventDestinations", set.Member),
                () => ses.GetConfigurationSetEventDestinationsAsync(request, cancellationToken),
                cancellationToken);
            return new EventPublishing([.. (response.EventDestinations ?? []).Select(Read)]);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private static Destination Read(SesDestination destination) => new(
        destination.Name,
        destination.Enabled ?? false,
        Kinds(destination.MatchingEventTypes ?? []).ToHashSet(),
        destination.SnsDestination?.TopicArn ?? destination.EventBridgeDestination?.EventBusArn);

    /// <summary>SES adds types of events from time to time, so unknown ones are no error.</summary>
    private static IEnumerable<FeedbackKind> Kinds(IEnumerable<string> types) => types.SelectMany<string, FeedbackKind>(type => type switch
    {
        "BOUNCE" => [FeedbackKind.Bounce],
        "COMPLAINT" => [FeedbackKind.Complaint],
        "DELIVERY" => [FeedbackKind.Delivery],
        "REJECT" => [FeedbackKind.Reject],
        "RENDERING_FAILURE" => [FeedbackKind.RenderingFailure],
        "DELIVERY_DELAY" => [FeedbackKind.DeliveryDelay],
        _ => [],
    });
}
