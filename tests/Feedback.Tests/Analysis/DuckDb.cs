using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Local;
using Feedback.Tests.Clients;

namespace Feedback.Tests.Analysis;

/// <summary>Runs SQL that is written for Athena in DuckDB, which <c>make views</c> downloads.</summary>
internal static partial class DuckDb
{
    /// <summary>Functions of Trino that DuckDB has under another name, or with another result.</summary>
    private const string Macros = """
        CREATE MACRO from_iso8601_timestamp(text) AS CAST(text AS timestamptz);
        CREATE MACRO element_at(map, key) AS map_extract_value(map, key);

        """;

    private static string Folder => Path.Combine(RepositoryRoot.Find(), "analysis");

    internal static bool IsThere => Script.Find("node") is not null && Directory.Exists(Path.Combine(Folder, "node_modules", "@duckdb", "node-api"));

    /// <summary>Returns the rows of the last statement. Each statement ends in a semicolon at the end of its line.</summary>
    internal static async Task<JsonArray> RunAsync(IEnumerable<string> statements)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Macros + Unnest().Replace(
            string.Join(";\n", statements),
            "CROSS JOIN (SELECT unnest(${array}, max_depth := 2)) AS"));
        var (exit, output) = await Script.RunAsync("node", Path.Combine(Folder, "run-sql.mjs"), file);
        File.Delete(file);
        exit.ShouldBe(0, output);
        return JsonNode.Parse(output)!.AsArray();
    }

    /// <summary>Trino expands the rows of an array into columns, DuckDB only where it is told to.</summary>
    [GeneratedRegex(@"CROSS JOIN UNNEST\((?<array>[\w.]+)\) AS", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Unnest();
}
