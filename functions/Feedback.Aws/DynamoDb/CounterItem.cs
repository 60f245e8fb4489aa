using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// The attributes of a counter item: <c>A0</c> to <c>C3</c> are attempts, deliveries, hard bounces, soft bounces and complaints of the four
/// buckets of the hour, <c>R0</c> to <c>L3</c> rejects, rendering failures and late mail. What was never counted has no attribute. The names are short because an evaluation reads hundreds of items.
/// </summary>
internal static class CounterItem
{
    /// <summary>The classes of the recipients' domains.</summary>
    internal const string Domains = "M";

    private const int Quarters = 4;

    private static readonly (char Letter, Func<Tally, long> Count)[] Measures =
    [
        ('A', tally => tally.Attempts),
        ('D', tally => tally.Deliveries),
        ('H', tally => tally.HardBounces),
        ('S', tally => tally.SoftBounces),
        ('C', tally => tally.Complaints),
        ('R', tally => tally.Problems.Rejects),
        ('F', tally => tally.Problems.RenderingFailures),
        ('L', tally => tally.Problems.Delays),
    ];

    internal static IReadOnlyList<string> Counts { get; } =
        [.. Enumerable.Range(0, Quarters).SelectMany(quarter => Measures.Select(measure => Name(measure.Letter, quarter)))];

    /// <summary>The attributes that an evaluation reads.</summary>
    internal static string Projection { get; } = string.Join(", ", [ReputationKeys.Partition, ReputationKeys.Sort, .. Counts]);

    /// <summary>The increments other than zero.</summary>
    internal static IEnumerable<(string Name, long Count)> Increments(CounterDelta delta)
    {
        var quarter = (int)((delta.Bucket.Start - delta.Hour) / Bucket.Width);
        return Measures
            .Select(measure => (Name(measure.Letter, quarter), Count: measure.Count(delta.Tally)))
            .Where(increment => increment.Count != 0);
    }

    /// <summary>The buckets in which something was counted.</summary>
    internal static IEnumerable<(Bucket Bucket, Tally Tally)> Read(Dictionary<string, AttributeValue> item)
    {
        var hour = CounterKeys.Hour(item);
        return Enumerable.Range(0, Quarters)
            .Where(quarter => Measures.Any(measure => item.ContainsKey(Name(measure.Letter, quarter))))
            .Select(quarter => (Bucket.Of(hour + (quarter * Bucket.Width)), new Tally(
                item.Number(Name('A', quarter)),
                item.Number(Name('D', quarter)),
                item.Number(Name('H', quarter)),
                item.Number(Name('S', quarter)),
                item.Number(Name('C', quarter)))
            {
                Problems = new SendingProblems(item.Number(Name('R', quarter)), item.Number(Name('F', quarter)), item.Number(Name('L', quarter))),
            }));
    }

    internal static DomainClasses ReadDomains(Dictionary<string, AttributeValue> item) => item.TryGetValue(Domains, out var classes)
        ? (classes.NS ?? []).Aggregate(default(DomainClasses), (all, number) => all | DomainClasses.Of(int.Parse(number, CultureInfo.InvariantCulture)))
        : default;

    private static string Name(char letter, int quarter) => string.Create(CultureInfo.InvariantCulture, $"{letter}{quarter}");
}
