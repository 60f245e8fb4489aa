using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Cli.Simulation;

namespace Feedback.Cli.Observing;

/// <summary>
/// All items of the tables, read without the code under test, since the checks must not depend on it.
/// </summary>
internal sealed class StoredItems
{
    private const string CounterPrefix = "COUNT#";
    private static readonly string[] Measures = ["A", "D", "H", "S", "C"];

    private readonly Dictionary<string, StoredItem> _items;

    public StoredItems(IEnumerable<StoredItem> items) => _items = items.ToDictionary(item => item.Key);

    /// <param name="asOf">Items that had expired by this time are left out, since the database deletes them at any later time.</param>
    public static async Task<StoredItems> ReadAsync(
        IAmazonDynamoDB database, IEnumerable<string> tables, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var read = new List<StoredItem>();
        foreach (var table in tables)
        {
            var keys = (await database.DescribeTableAsync(table, cancellationToken)).Table.KeySchema.ConvertAll(key => key.AttributeName);
            var request = new ScanRequest { TableName = table, ConsistentRead = true };
            do
            {
                var page = await database.ScanAsync(request, cancellationToken);
                foreach (var item in (page.Items ?? []).Where(item => !HasExpired(item, asOf) && !IsTurn(item)))
                {
                    read.Add(new StoredItem($"{table} {string.Join(' ', keys.Select(name => item[name].S))}", ItemText.Of(item), item));
                }

                request.ExclusiveStartKey = page.LastEvaluatedKey;
            }
            while (request.ExclusiveStartKey is { Count: > 0 });
        }

        return new StoredItems(read);
    }

    public int Count => _items.Count;

    /// <summary>Returns the counters of each entity, summed over all hours, quarters and shards.</summary>
    public IReadOnlyDictionary<string, Counts> Counters() => _items.Values
        .Where(item => item.Attributes.TryGetValue("Entry", out var entry) && entry.S.StartsWith(CounterPrefix, StringComparison.Ordinal))
        .GroupBy(item => EntityOf(item.Attributes["Entity"].S))
        .ToDictionary(entity => entity.Key, entity => entity.Aggregate(default(Counts), (sum, item) => sum + CountsOf(item)));

    /// <summary>Returns the names of the reasons for which each address is suppressed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Suppressed() => _items.Values
        .Where(item => item.Attributes.TryGetValue("Scopes", out var scopes) && scopes.M is { Count: > 0 }) // empty once all were removed
        .ToDictionary(
            item => item.Attributes["Address"].S,
            item => (IReadOnlyList<string>)[.. item.Attributes["Scopes"].M.Values.SelectMany(scope => scope.M.Keys).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Returns the keys of the items that differ.</summary>
    public IReadOnlyList<string> DifferencesFrom(StoredItems other) =>
    [
        .. _items.Keys.Union(other._items.Keys)
            .Where(key => _items.GetValueOrDefault(key)?.Text != other._items.GetValueOrDefault(key)?.Text)
            .Order(StringComparer.Ordinal),
    ];

    public Counts CountersOf(string configurationSet) => Counters().GetValueOrDefault($"set/{configurationSet}");

    /// <summary>
    /// Leaves out the slots of SES's rate limiter, the progress of the delivery functions and the work list: they change with every call,
    /// and aren't mail.
    /// </summary>
    private static bool IsTurn(Dictionary<string, AttributeValue> item) =>
        item.TryGetValue("Entity", out var entity)
        && (entity.S is "RATE" or "DELIVERY-PROGRESS" or "ROTATION" || entity.S.StartsWith("WORK#", StringComparison.Ordinal));

    private static bool HasExpired(Dictionary<string, AttributeValue> item, DateTimeOffset asOf) =>
        item.TryGetValue("ExpiresAt", out var end) && long.Parse(end.N, CultureInfo.InvariantCulture) <= asOf.ToUnixTimeSeconds();

    /// <summary>The account's counters are spread over account/00 to account/15.</summary>
    private static string EntityOf(string partition) => partition.StartsWith("account/", StringComparison.Ordinal) ? "account" : partition;

    private static long Number(StoredItem item, string name) =>
        item.Attributes.TryGetValue(name, out var number) ? long.Parse(number.N, CultureInfo.InvariantCulture) : 0;

    private static Counts CountsOf(StoredItem item)
    {
        var numbers = Array.ConvertAll(Measures, measure => Enumerable.Range(0, 4).Sum(quarter => Number(item, $"{measure}{quarter}")));
        return new Counts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
