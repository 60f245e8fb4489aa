using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// The condition that a policy item still says what it said. Policies have no version, because operators may write them by hand, so every
/// part is compared.
/// </summary>
internal sealed class PolicyCondition
{
    private PolicyCondition(IReadOnlyDictionary<string, string> before)
    {
        var parts = PolicyReader.Names.Union(before.Keys).Order(StringComparer.Ordinal).Select((name, number) => (name, number)).ToList();
        Expression = string.Join(" AND ", parts.Select(part => Part(before, part.name, part.number)));
        Names = parts.ToDictionary(part => $"#n{part.number}", part => part.name);
    }

    internal string Expression { get; }

    internal Dictionary<string, string> Names { get; }

    /// <summary>Null if the condition compares with no value.</summary>
    internal Dictionary<string, AttributeValue>? Values { get; private set; }

    internal static PolicyCondition Is(IReadOnlyDictionary<string, string> before) => new(before);

    /// <summary>A number may have been written as one by hand.</summary>
    private string Part(IReadOnlyDictionary<string, string> before, string name, int number)
    {
        if (!before.TryGetValue(name, out var value))
        {
            return $"attribute_not_exists(#n{number})";
        }

        Values ??= [];
        Values[$":s{number}"] = Attributes.Of(value);
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return $"#n{number} = :s{number}";
        }

        Values[$":n{number}"] = new AttributeValue { N = value };
        return $"#n{number} IN (:s{number}, :n{number})";
    }
}
