using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Notifications;

namespace Feedback.Aws.Ses;

/// <summary>
/// The default configuration sets of identities, in the Reputation table, so that one process's answer from SES serves all. Keyed by a hash,
/// because an identity can be an address.
/// </summary>
internal sealed class IdentityCache(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time)
{
    /// <summary>DynamoDB's limit for one BatchGetItem. Identities beyond it are left to later batches.</summary>
    private const int KeysPerRequest = 100;

    private const string ConfigurationSet = "ConfigurationSet";
    private const string ValidUntil = "ValidUntil";

    internal async Task<IReadOnlyDictionary<string, KnownDefault>> FindAsync(IEnumerable<string> identities, CancellationToken cancellationToken)
    {
        var byHash = identities.Take(KeysPerRequest).ToDictionary(Hash);
        if (byHash.Count == 0)
        {
            return new Dictionary<string, KnownDefault>();
        }

        var request = new BatchGetItemRequest
        {
            RequestItems = new() { [settings.ReputationTable] = new() { Keys = [.. byHash.Keys.Select(ReputationKeys.Identity)] } },
        };

        // Unprocessed keys count as unknown: what is left costs a question to SES at most.
        var items = (await dynamo.BatchGetItemAsync(request, cancellationToken)).Responses?.GetValueOrDefault(settings.ReputationTable) ?? [];
        return items
            .Select(item => (Identity: byHash[item.Text(ReputationKeys.Sort)], Default: Read(item)))
            .Where(found => time.GetUtcNow() < found.Default.Until)
            .ToDictionary(found => found.Identity, found => found.Default);
    }

    internal Task KeepAsync(string identity, KnownDefault known, CancellationToken cancellationToken)
    {
        var item = ReputationKeys.Identity(Hash(identity));
        item.Put(ConfigurationSet, known.ConfigurationSet);
        item[ValidUntil] = Attributes.Of(known.Until);
        item["ExpiresAt"] = Attributes.Expiry(known.Until);
        return dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellationToken);
    }

    private static KnownDefault Read(Dictionary<string, AttributeValue> item) => new(item.OptionalText(ConfigurationSet), item.Time(ValidUntil));

    private static string Hash(string identity) => RecipientHash.Of(identity);
}
