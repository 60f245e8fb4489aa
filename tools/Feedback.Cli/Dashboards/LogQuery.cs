using System.Globalization;
using System.Text.RegularExpressions;

namespace Feedback.Cli.Dashboards;

/// <summary>A query of a log widget: fields of the latest entries of some events. Any other form of query is refused.</summary>
/// <param name="LogGroups">The log groups that it reads.</param>
/// <param name="Fields">The fields that it shows.</param>
/// <param name="Events">The events that it looks for.</param>
/// <param name="Limit">The most entries that it shows.</param>
internal sealed partial record LogQuery(IReadOnlyList<string> LogGroups, IReadOnlyList<string> Fields, IReadOnlyList<string> Events, int Limit)
{
    /// <exception cref="FormatException">The query can't be run here.</exception>
    public static LogQuery Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new LogQuery(
                [.. match.Groups["group"].Captures.Select(group => group.Value)],
                match.Groups["fields"].Value.Split(", "),
                [.. match.Groups["event"].Captures.Select(name => name.Value)],
                int.Parse(match.Groups["limit"].Value, CultureInfo.InvariantCulture))
            : throw new FormatException($"This query can't be drawn: {text}");
    }

    public IReadOnlyList<IReadOnlyList<string>> Run(IEnumerable<LogEntry> log) =>
    [
        .. log.Where(entry => Events.Contains(entry.Event))
            .OrderByDescending(entry => entry.At)
            .Take(Limit)
            .Select(entry => Fields.Select(field => Value(entry, field)).ToList()),
    ];

    private static string Value(LogEntry entry, string field) => field switch
    {
        "@timestamp" => entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        "event" => entry.Event,
        _ => entry.Fields.GetValueOrDefault(field) ?? "",
    };

    [GeneratedRegex(
        """
        ^(SOURCE\ '(?<group>[^']+)'\ \|\ )+
        fields\ (?<fields>[@\w]+(,\ [@\w]+)*)\ \|\ filter\ event\ in\ \["(?<event>\w+)"(,\ "(?<event>\w+)")*\]\ \|
        \ sort\ @timestamp\ desc\ \|\ limit\ (?<limit>\d+)$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Form();
}
