using Spectre.Console;

namespace Feedback.Cli.Output;

/// <summary>Creates tables in one style: only a line under the header.</summary>
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
