using System.Globalization;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Documents;

/// <summary>The tables of docs/costs.md: prices and counts by name, and the part that follows from them.</summary>
internal sealed class CostPage
{
    private const string Begin = "<!-- computed: begin -->\n";
    private const string End = "<!-- computed: end -->";

    private readonly Dictionary<string, string[]> _rows;

    private CostPage(string text)
    {
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Computed = text[(begin + Begin.Length)..end];
        _rows = text.Remove(begin, end - begin)
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => Number(cells[2]) is not null)
            .ToDictionary(cells => cells[1]);
    }

    /// <summary>What is between the markers.</summary>
    internal string Computed { get; }

    internal static CostPage Read() => new(File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs/costs.md")));

    internal double Count(string name) => Number(_rows[name][2]) ?? throw new FormatException(name);

    /// <summary>The price of one: the page gives some for a thousand or a million.</summary>
    internal double Price(string name) => Count(name) / _rows[name][3] switch
    {
        "a million" => 1_000_000,
        "a thousand" => 1_000,
        _ => 1,
    };

    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
