using System.Globalization;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>
/// The part of the query language of CloudWatch Logs Insights that docs/operations.md uses: <c>fields</c>, <c>filter</c>, <c>sort</c> by one
/// field and <c>limit</c>. Anything else is refused, so that a query there can't outgrow what is tested.
/// </summary>
internal sealed class InsightsQuery
{
    private readonly List<string> _fields = [];
    private readonly List<Func<LogRecord, bool>> _filters = [];
    private (string Field, bool Descending)? _order;
    private int _limit = 10_000;

    /// <summary>The first comment.</summary>
    internal string Name { get; private init; } = "";

    internal IReadOnlyList<string> Fields => _fields;

    internal static InsightsQuery Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var query = new InsightsQuery { Name = lines.First(line => line.StartsWith('#')).TrimStart('#', ' ') };
        var commands = string.Join(' ', lines.Where(line => !line.StartsWith('#'))).Split('|', StringSplitOptions.TrimEntries);
        foreach (var command in commands)
        {
            query.Add(command);
        }

        return query;
    }

    /// <summary>Rows of the fields named; a field that a line lacks is null.</summary>
    internal IReadOnlyList<IReadOnlyList<object?>> Run(IEnumerable<LogRecord> log)
    {
        var found = log.Where(record => _filters.All(filter => filter(record)));
        if (_order is { } order)
        {
            found = order.Descending
                ? found.OrderByDescending(record => record[order.Field], Values.Instance)
                : found.OrderBy(record => record[order.Field], Values.Instance);
        }

        return [.. found.Take(_limit).Select(record => _fields.Select(field => record[field]).ToList())];
    }

    private void Add(string command)
    {
        var (verb, rest) = (command.Split(' ')[0], command[command.IndexOf(' ', StringComparison.Ordinal)..].Trim());
        switch (verb)
        {
            case "fields":
                _fields.AddRange(rest.Split(',', StringSplitOptions.TrimEntries));
                break;
            case "filter":
                _filters.Add(InsightsFilter.Parse(rest));
                break;
            case "sort":
                var words = rest.Split(' ');
                words.Length.ShouldBe(2, command);
                words[1].ShouldBeOneOf("asc", "desc");
                _order = (words[0], words[1] == "desc");
                break;
            case "limit":
                _limit = int.Parse(rest, CultureInfo.InvariantCulture);
                break;
            default:
                throw new NotSupportedException($"The tests know no Insights command like '{command}'.");
        }
    }

    /// <summary>Numbers by value, everything else by its characters.</summary>
    private sealed class Values : IComparer<object?>
    {
        internal static Values Instance { get; } = new();

        public int Compare(object? x, object? y) =>
            x is double one && y is double other ? one.CompareTo(other) : string.CompareOrdinal(x?.ToString(), y?.ToString());
    }
}
