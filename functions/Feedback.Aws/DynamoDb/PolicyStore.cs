using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.DynamoDb;

/// <summary>The policies in the Reputation table.</summary>
internal sealed class PolicyStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time, ILogger<PolicyStore> logger)
    : IPolicyStore, IPolicyEditor
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

        var policy = settings.Digest.Spare(entity, Read(entity, await OverridesAsync(entity, cancellationToken)));
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

    public async Task<bool> TryReplaceAsync(
        ReputationEntity entity,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> overrides,
        HistoryEntry history,
        CancellationToken cancellationToken)
    {
        PolicyReader.Read(overrides, settings.Policy);
        var entry = new TransactWriteItem { Put = new Put { TableName = settings.ReputationTable, Item = HistoryItem.Of(history) } };
        try
        {
            await dynamo.TransactWriteItemsAsync(
                new TransactWriteItemsRequest { TransactItems = [Replace(entity, PolicyCondition.Is(before), overrides), entry] }, cancellationToken);
        }
        catch (TransactionCanceledException cancelled)
            when (cancelled.CancellationReasons is [{ Code: Contention.ConditionFailed or Contention.Conflict }, ..])
        {
            return false;
        }

        _known.TryRemove(entity, out _);
        return true;
    }

    private TransactWriteItem Replace(ReputationEntity entity, PolicyCondition condition, IReadOnlyDictionary<string, string> overrides)
    {
        var item = ReputationKeys.Policy(entity);
        if (overrides.Count == 0)
        {
            return new TransactWriteItem
            {
                Delete = new Delete
                {
                    TableName = settings.ReputationTable,
                    Key = item,
                    ConditionExpression = condition.Expression,
                    ExpressionAttributeNames = condition.Names,
                    ExpressionAttributeValues = condition.Values,
                },
            };
        }

        foreach (var (name, value) in overrides)
        {
            item[name] = Attributes.Of(value);
        }

        return new TransactWriteItem
        {
            Put = new Put
            {
                TableName = settings.ReputationTable,
                Item = item,
                ConditionExpression = condition.Expression,
                ExpressionAttributeNames = condition.Names,
                ExpressionAttributeValues = condition.Values,
            },
        };
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
