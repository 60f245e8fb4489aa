using System.Text.RegularExpressions;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>Conditions of a <c>filter</c>: <c>field = "value"</c> and <c>field in ["a", "b"]</c>, joined by <c>and</c> and <c>or</c>.</summary>
internal sealed partial class InsightsFilter
{
    private readonly Queue<string> _tokens;

    private InsightsFilter(Queue<string> tokens) => _tokens = tokens;

    internal static Func<LogRecord, bool> Parse(string text)
    {
        var tokens = Token().Matches(text).Select(match => match.Value).ToList();
        string.Concat(tokens).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal), "the filter has something the tests don't know");
        var filter = new InsightsFilter(new Queue<string>(tokens));
        var condition = filter.Any();
        filter._tokens.ShouldBeEmpty(text);
        return condition;
    }

    private Func<LogRecord, bool> Any()
    {
        var conditions = new List<Func<LogRecord, bool>> { All() };
        while (Take("or"))
        {
            conditions.Add(All());
        }

        return record => conditions.Exists(condition => condition(record));
    }

    private Func<LogRecord, bool> All()
    {
        var conditions = new List<Func<LogRecord, bool>> { One() };
        while (Take("and"))
        {
            conditions.Add(One());
        }

        return record => conditions.TrueForAll(condition => condition(record));
    }

    private Func<LogRecord, bool> One()
    {
        var field = _tokens.Dequeue();
        if (Take("="))
        {
            var value = Value();
            return record => Equals(record[field], value);
        }

        Take("in").ShouldBeTrue($"after {field}");
        Take("[").ShouldBeTrue();
        var values = new List<string> { Value() };
        while (Take(","))
        {
            values.Add(Value());
        }

        Take("]").ShouldBeTrue();
        return record => record[field] is string text && values.Contains(text);
    }

    private string Value()
    {
        var token = _tokens.Dequeue();
        token.ShouldStartWith("\"");
        return token.Trim('"');
    }

    private bool Take(string token) => _tokens.TryPeek(out var next) && next == token && _tokens.TryDequeue(out _);

    [GeneratedRegex("""
        "[^" ]*"|[@A-Za-z]+|[=,\[\]]
        """, RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
