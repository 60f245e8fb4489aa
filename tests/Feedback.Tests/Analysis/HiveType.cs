using System.Globalization;

namespace Feedback.Tests.Analysis;

/// <summary>
/// Translates a column's type from the Glue Data Catalog into DuckDB's words. Names are in lower case there, and in SES's case in DuckDB,
/// which finds no key in another one.
/// </summary>
internal static class HiveType
{
    /// <exception cref="FormatException">The type is none that Athena knows.</exception>
    internal static string ToDuckDb(string hive, IReadOnlyDictionary<string, string>? names = null)
    {
        var at = 0;
        var type = Read(hive, ref at, names ?? new Dictionary<string, string>());
        return at == hive.Length ? type : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{hive}, at {at}"));
    }

    private static string Read(string hive, ref int at, IReadOnlyDictionary<string, string> names)
    {
        switch (Word(hive, ref at))
        {
            case "string":
                return "VARCHAR";
            case "bigint":
                return "BIGINT";
            case "array":
                Expect(hive, ref at, '<');
                var element = Read(hive, ref at, names);
                Expect(hive, ref at, '>');
                return element + "[]";
            case "map":
                Expect(hive, ref at, '<');
                var key = Read(hive, ref at, names);
                Expect(hive, ref at, ',');
                var value = Read(hive, ref at, names);
                Expect(hive, ref at, '>');
                return $"MAP({key}, {value})";
            case "struct":
                return $"STRUCT({string.Join(", ", Fields(hive, ref at, names))})";
            default:
                throw new FormatException(hive);
        }
    }

    private static List<string> Fields(string hive, ref int at, IReadOnlyDictionary<string, string> names)
    {
        var fields = new List<string>();
        Expect(hive, ref at, '<');
        while (true)
        {
            var name = Word(hive, ref at);
            Expect(hive, ref at, ':');
            fields.Add($"\"{names.GetValueOrDefault(name, name)}\" {Read(hive, ref at, names)}");
            if (hive[at++] == '>')
            {
                return fields;
            }
        }
    }

    private static string Word(string hive, ref int at)
    {
        var start = at;
        while (at < hive.Length && char.IsAsciiLetterOrDigit(hive[at]))
        {
            at++;
        }

        return hive[start..at];
    }

    private static void Expect(string hive, ref int at, char character)
    {
        if (at >= hive.Length || hive[at++] != character)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{hive}: {character} expected at {at}"));
        }
    }
}
