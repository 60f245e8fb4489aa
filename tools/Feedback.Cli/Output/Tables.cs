using Spectre.Console;

namespace Feedback.Cli.Output;

/// <summary>The one look of all tables: no lines but the one under the heads.</summary>
internal static class Tables
{
    public static Table New(params IEnumerable<string> heads)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Plain);
        foreach (var head in heads)
        {
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(head)}[/]"));
        }

        return table;
    }
}
