using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Outcomes;

namespace Feedback.Aws.DynamoDb;

/// <summary>Increments the counters of one item with ADD, so that no write depends on a read.</summary>
internal static class CounterUpdate
{
    /// <param name="table">The reputation table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="increments">Attribute names and what is added to them; at least one.</param>
    /// <param name="domains">Classes to add to the item's hint.</param>
    /// <param name="expiresAt">When the item may be deleted.</param>
    internal static TransactWriteItem Of(
        string table,
        Dictionary<string, AttributeValue> key,
        IEnumerable<(string Name, long Count)> increments,
        DomainClasses domains,
        AttributeValue expiresAt)
    {
        var values = increments.ToDictionary(increment => increment.Name, increment => Attributes.Of(increment.Count));
        if (domains != default)
        {
            values[CounterItem.Domains] = new() { NS = [.. domains.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))] };
        }

        return new TransactWriteItem
        {
            Update = new Update
            {
                TableName = table,
                Key = key,
                UpdateExpression = $"ADD {string.Join(", ", values.Keys.Select(name => $"{name} :{name}"))} SET {Attributes.ExpiresAt} = :e",
                ExpressionAttributeValues = new(values.Select(value => KeyValuePair.Create(":" + value.Key, value.Value))) { [":e"] = expiresAt },
            },
        };
    }
}
