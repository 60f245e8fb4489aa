using System.Runtime.CompilerServices;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;

namespace Feedback.Aws.Ses;

/// <summary>
/// Reads and changes what SES publishes about configuration sets: event destinations and reputation metrics. It takes turns with the functions,
/// since SES allows about one call of an operation a second.
/// </summary>
internal sealed class SesPublishing(IAmazonSimpleEmailServiceV2 ses, SesRateLimiter rateLimiter)
{
    private const int PageSize = 1_000;

    /// <summary>Returns the names of all configuration sets of the account.</summary>
    internal async IAsyncEnumerable<string> AllSetsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var request = new ListConfigurationSetsRequest { NextToken = next, PageSize = PageSize };
            var page = await rateLimiter.CallAsync(
                "ListConfigurationSets", () => ses.ListConfigurationSetsAsync(request, cancellationToken), cancellationToken);
            foreach (var set in page.ConfigurationSets ?? [])
            {
                yield return set;
            }

            next = page.NextToken;
        }
        while (next is not null);
    }

    /// <summary>Returns null for a set that SES doesn't have.</summary>
    internal async Task<PublishingSet?> FindAsync(string set, CancellationToken cancellationToken)
    {
        try
        {
            var named = new GetConfigurationSetRequest { ConfigurationSetName = set };
            var found = await rateLimiter.CallAsync(
                "GetConfigurationSet", () => ses.GetConfigurationSetAsync(named, cancellationToken), cancellationToken);
            var request = new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = set };
            var destinations = await rateLimiter.CallAsync(
                "GetConfigurationSetEventDestinations",
                () => ses.GetConfigurationSetEventDestinationsAsync(request, cancellationToken),
                cancellationToken);
            return new PublishingSet(
                set,
                found.ReputationOptions?.ReputationMetricsEnabled ?? false,
                [.. (destinations.EventDestinations ?? []).Select(Read)]);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    internal Task CreateAsync(string set, TopicDestination destination, CancellationToken cancellationToken)
    {
        var request = new CreateConfigurationSetEventDestinationRequest
        {
            ConfigurationSetName = set,
            EventDestinationName = destination.Name,
            EventDestination = Definition(destination),
        };
        return rateLimiter.CallAsync(
            "CreateConfigurationSetEventDestination",
            () => ses.CreateConfigurationSetEventDestinationAsync(request, cancellationToken),
            cancellationToken);
    }

    /// <summary>Replaces the destination of that name.</summary>
    internal Task UpdateAsync(string set, TopicDestination destination, CancellationToken cancellationToken)
    {
        var request = new UpdateConfigurationSetEventDestinationRequest
        {
            ConfigurationSetName = set,
            EventDestinationName = destination.Name,
            EventDestination = Definition(destination),
        };
        return rateLimiter.CallAsync(
            "UpdateConfigurationSetEventDestination",
            () => ses.UpdateConfigurationSetEventDestinationAsync(request, cancellationToken),
            cancellationToken);
    }

    internal Task DeleteAsync(string set, string destination, CancellationToken cancellationToken)
    {
        var request = new DeleteConfigurationSetEventDestinationRequest { ConfigurationSetName = set, EventDestinationName = destination };
        return rateLimiter.CallAsync(
            "DeleteConfigurationSetEventDestination",
            () => ses.DeleteConfigurationSetEventDestinationAsync(request, cancellationToken),
            cancellationToken);
    }

    internal Task EnableReputationMetricsAsync(string set, CancellationToken cancellationToken)
    {
        var request = new PutConfigurationSetReputationOptionsRequest { ConfigurationSetName = set, ReputationMetricsEnabled = true };
        return rateLimiter.CallAsync(
            "PutConfigurationSetReputationOptions", () => ses.PutConfigurationSetReputationOptionsAsync(request, cancellationToken), cancellationToken);
    }

    private static TopicDestination Read(EventDestination destination) => new(
        destination.Name,
        destination.MatchingEventTypes ?? [],
        destination.SnsDestination?.TopicArn,
        destination.Enabled ?? false);

    private static EventDestinationDefinition Definition(TopicDestination destination) => new()
    {
        Enabled = destination.Enabled,
        MatchingEventTypes = [.. destination.EventTypes],
        SnsDestination = new SnsDestination { TopicArn = destination.Topic },
    };
}
