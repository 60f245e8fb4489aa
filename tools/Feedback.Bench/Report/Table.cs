using System.Globalization;
using System.Text;

namespace Feedback.Bench.Report;

/// <summary>Formats the rows as a Markdown table, under a line with the time and the machine.</summary>
internal static class Table
{
    public static string Of(IEnumerable<Row> rows, Machine machine)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{machine.Sentence}\n\n");
        text.Append("| measurement | figure | unit | aim | met | note |\n|---|---:|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Figure(row.Figure)} | {row.Unit} | {Aim(row)} | {Met(row)} | {row.Note} |\n");
        }

        return text.ToString();
    }

    private static string Figure(double? figure) => figure switch
    {
        null => "–",
        >= 100 => figure.Value.ToString("0", CultureInfo.InvariantCulture),
        0 => "0",
        >= 10 => figure.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => figure.Value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Aim(Row row) =>
        row.AtMost is { } most ? FormattableString.Invariant($"at most {most}")
        : row.AtLeast is { } least ? FormattableString.Invariant($"at least {least}")
        : "";

    private static string Met(Row row) => row switch
    {
        { HasAim: false } => "",
        { Figure: null } => "not measured",
        { Missed: true } => "no",
        _ => "yes",
    };
}
