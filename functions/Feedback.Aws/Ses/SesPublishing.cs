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
            await rateLimiter.WaitAsync("ListConfigurationSets", cancellationToken);
            var page = await ses.ListConfigurationSetsAsync(new ListConfigurationSetsRequest { NextToken = next, PageSize = PageSize }, cancellationToken);
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
            await rateLimiter.WaitAsync("GetConfigurationSet", cancellationToken);
            var found = await ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = set }, cancellationToken);
            await rateLimiter.WaitAsync("GetConfigurationSetEventDestinations", cancellationToken);
            var request = new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = set };
            var destinations = await ses.GetConfigurationSetEventDestinationsAsync(request, cancellationToken);
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

    internal async Task CreateAsync(string set, TopicDestination destination, CancellationToken cancellationToken)
    {
        await rateLimiter.WaitAsync("CreateConfigurationSetEventDestination", cancellationToken);
        await ses.CreateConfigurationSetEventDestinationAsync(
            new CreateConfigurationSetEventDestinationRequest
            {
                ConfigurationSetName = set,
                EventDestinationName = destination.Name,
                EventDestination = Definition(destination),
            },
            cancellationToken);
    }

    /// <summary>Replaces the destination of that name.</summary>
    internal async Task UpdateAsync(string set, TopicDestination destination, CancellationToken cancellationToken)
    {
        await rateLimiter.WaitAsync("UpdateConfigurationSetEventDestination", cancellationToken);
        await ses.UpdateConfigurationSetEventDestinationAsync(
            new UpdateConfigurationSetEventDestinationRequest
            {
                ConfigurationSetName = set,
                EventDestinationName = destination.Name,
                EventDestination = Definition(destination),
            },
            cancellationToken);
    }

    internal async Task DeleteAsync(string set, string destination, CancellationToken cancellationToken)
    {
        await rateLimiter.WaitAsync("DeleteConfigurationSetEventDestination", cancellationToken);
        await ses.DeleteConfigurationSetEventDestinationAsync(
            new DeleteConfigurationSetEventDestinationRequest { ConfigurationSetName = set, EventDestinationName = destination }, cancellationToken);
    }

    internal async Task EnableReputationMetricsAsync(string set, CancellationToken cancellationToken)
    {
        await rateLimiter.WaitAsync("PutConfigurationSetReputationOptions", cancellationToken);
        await ses.PutConfigurationSetReputationOptionsAsync(
            new PutConfigurationSetReputationOptionsRequest { ConfigurationSetName = set, ReputationMetricsEnabled = true }, cancellationToken);
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
