using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IPolicyStore"/>
internal sealed class PolicyStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time, ILogger<PolicyStore> logger) : IPolicyStore
{
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Subject, (Policy Policy, DateTimeOffset Until)> _known = [];

    public async Task<Policy> GetAsync(Subject subject, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(subject, out var known) && now < known.Until)
        {
            return known.Policy;
        }

        var policy = Read(subject, await OverridesAsync(subject, cancellation));
        _known[subject] = (policy, now + KeptFor);
        return policy;
    }

    public async Task<IReadOnlyDictionary<string, string>> OverridesAsync(Subject subject, CancellationToken cancellation)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.Policy(subject), ConsistentRead = true },
            cancellation);
        return (response.Item ?? [])
            .Where(attribute => attribute.Key is not (ReputationKeys.Partition or ReputationKeys.Sort))
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value.S ?? attribute.Value.N ?? string.Empty);
    }

    public async Task ReplaceAsync(Subject subject, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellation)
    {
        PolicyReader.Read(overrides, settings.Policy);
        var item = ReputationKeys.Policy(subject);
        if (overrides.Count == 0)
        {
            await dynamo.DeleteItemAsync(new DeleteItemRequest { TableName = settings.ReputationTable, Key = item }, cancellation);
        }
        else
        {
            foreach (var (name, value) in overrides)
            {
                item[name] = Attributes.Of(value);
            }

            await dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellation);
        }

        _known.TryRemove(subject, out _);
    }

    /// <summary>An item that somebody broke by hand must not stop the judging: the deployment's policy holds, and the log says so.</summary>
    private Policy Read(Subject subject, IReadOnlyDictionary<string, string> overrides)
    {
        try
        {
            return PolicyReader.Read(overrides, settings.Policy);
        }
        catch (SettingsException exception)
        {
            AwsLog.PolicyInvalid(logger, exception, subject.Key);
            return settings.Policy;
        }
    }
}
