using Feedback.Cli.Output;
using Spectre.Console;

namespace Feedback.Cli.Doctor;

/// <summary>Shows the findings one below the other: a command that mends one is to be copied whole.</summary>
internal static class DoctorPage
{
    private const int Indent = 9;

    public static void Show(Terminal terminal, int sets, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var severity = finding.Severity.ToString().ToUpperInvariant().PadRight(Indent);
            terminal.Markup($"[{Colour(finding.Severity)}]{severity}[/][bold]{Markup.Escape(finding.About)}[/] ({finding.Check})");
            terminal.Write(Indented(finding.Problem));
            terminal.Write(Indented(finding.Meaning));
            terminal.Verbatim($"{new string(' ', Indent)}> {finding.Remedy}");
            terminal.Line();
        }

        terminal.Line(Summary(sets, findings));
    }

    private static Padder Indented(string text) => new(new Text(text), new Padding(Indent, 0, 0, 0));

    private static string Summary(int sets, IReadOnlyList<Finding> findings)
    {
        var checkedSets = Figures.Count(sets, "configuration set");
        return findings.Count == 0
            ? $"No problem found. {checkedSets} checked."
            : $"{Count(Severity.Error, "error")}, {Count(Severity.Warning, "warning")}, {Count(Severity.Info, "note")}. {checkedSets} checked.";

        string Count(Severity severity, string one) => Figures.Count(findings.Count(finding => finding.Severity == severity), one);
    }

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };
}
