using System.Collections.Concurrent;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Destination = Feedback.Deciding.Lag.EventDestination;
using SesDestination = Amazon.SimpleEmailV2.Model.EventDestination;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="IEventDestinations"/>
internal sealed class SesEventDestinations(IAmazonSimpleEmailServiceV2 ses, SesRateLimiter rateLimiter, TimeProvider time) : IEventDestinations
{
    /// <summary>Destinations seldom change, and SES allows about one such call a second.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (EventPublishing? Publishing, DateTimeOffset Until)> _known = [];

    public async Task<EventPublishing?> GetAsync(string configurationSet, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(configurationSet, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.Publishing;
        }

        var publishing = await AskAsync(configurationSet, cancellationToken);
        _known[configurationSet] = (publishing, time.GetUtcNow() + KeptFor);
        return publishing;
    }

    private async Task<EventPublishing?> AskAsync(string configurationSet, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = configurationSet };
            var response = await rateLimiter.CallAsync(
                "GetConfigurationSetEventDestinations",
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
