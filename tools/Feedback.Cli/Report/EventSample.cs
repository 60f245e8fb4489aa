using Feedback.Outcomes;

namespace Feedback.Cli.Report;

/// <summary>The latest hard bounces and complaints of an entity within the period, counted by the recipient's domain and by type.</summary>
/// <param name="Count">The number of events that were counted.</param>
/// <param name="IsCut">Whether there are older ones, so that this is a sample.</param>
/// <param name="TopDomains">The domains with the most events.</param>
/// <param name="TopSubtypes">The types with the most events.</param>
internal sealed record EventSample(int Count, bool IsCut, IReadOnlyList<CountedName> TopDomains, IReadOnlyList<CountedName> TopSubtypes)
{
    /// <summary>The most events that are read of an entity.</summary>
    public const int Most = 1_000;

    private const int Top = 8;

    public static EventSample Of(ReportPeriod period, IReadOnlyList<ReputationEvent> latest)
    {
        var events = latest.Where(happened => period.Contains(happened.OccurredAt)).ToList();
        return new EventSample(
            events.Count,
            latest.Count >= Most && latest.Min(happened => happened.OccurredAt) > period.From,
            MostFrequent(events.Select(happened => happened.Domain)),
            MostFrequent(events.Select(happened => happened.Subtype)));
    }

    private static List<CountedName> MostFrequent(IEnumerable<string> names) =>
    [
        .. names
            .CountBy(name => name)
            .Select(name => new CountedName(name.Key, name.Value))
            .OrderByDescending(name => name.Count)
            .ThenBy(name => name.Name, StringComparer.Ordinal)
            .Take(Top),
    ];
}
