using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IPolicyStore"/>
internal sealed class PolicyStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time, ILogger<PolicyStore> logger) : IPolicyStore
{
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ReputationEntity, (Policy Policy, DateTimeOffset Until)> _known = [];

    public async Task<Policy> GetAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(entity, out var known) && now < known.Until)
        {
            return known.Policy;
        }

        var policy = Read(entity, await OverridesAsync(entity, cancellationToken));
        _known[entity] = (policy, now + KeptFor);
        return policy;
    }

    public async Task<IReadOnlyDictionary<string, string>> OverridesAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.Policy(entity), ConsistentRead = true },
            cancellationToken);
        return (response.Item ?? [])
            .Where(attribute => attribute.Key is not (ReputationKeys.Partition or ReputationKeys.Sort))
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value.S ?? attribute.Value.N ?? string.Empty);
    }

    public async Task ReplaceAsync(ReputationEntity entity, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellationToken)
    {
        PolicyReader.Read(overrides, settings.Policy);
        var item = ReputationKeys.Policy(entity);
        if (overrides.Count == 0)
        {
            await dynamo.DeleteItemAsync(new DeleteItemRequest { TableName = settings.ReputationTable, Key = item }, cancellationToken);
        }
        else
        {
            foreach (var (name, value) in overrides)
            {
                item[name] = Attributes.Of(value);
            }

            await dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellationToken);
        }

        _known.TryRemove(entity, out _);
    }

    /// <summary>
    /// Falls back to the deployment's policy for what is not valid: an item edited by hand, or thresholds that no longer fit a deployment that
    /// was changed. The rest of the set's own policy stays in force, above all its mode; a mode that can't be read never pauses.
    /// </summary>
    private Policy Read(ReputationEntity entity, IReadOnlyDictionary<string, string> overrides)
    {
        try
        {
            return PolicyReader.Read(overrides, settings.Policy);
        }
        catch (SettingsException exception)
        {
            AwsLog.PolicyInvalid(logger, exception, entity.Key);
            return ReadValidParts(overrides);
        }
    }

    private Policy ReadValidParts(IReadOnlyDictionary<string, string> overrides)
    {
        var valid = overrides.Where(part => IsValid(new Dictionary<string, string>([part]))).ToDictionary();
        if (!IsValid(valid))
        {
            // Thresholds that are valid one by one, but not together.
            valid = valid.Where(part => !part.Key.EndsWith("_PERCENT", StringComparison.Ordinal)).ToDictionary();
        }

        var policy = PolicyReader.Read(valid, settings.Policy);
        return overrides.ContainsKey("MODE") && !valid.ContainsKey("MODE") && policy.Mode == Mode.Enforce
            ? policy with { Mode = Mode.Observe }
            : policy;
    }

    private bool IsValid(Dictionary<string, string> overrides)
    {
        try
        {
            PolicyReader.Read(overrides, settings.Policy);
            return true;
        }
        catch (SettingsException)
        {
            return false;
        }
    }
}
