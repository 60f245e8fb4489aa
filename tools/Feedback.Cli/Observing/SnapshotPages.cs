using System.Globalization;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Spectre.Console;

namespace Feedback.Cli.Observing;

/// <summary>What there was to see, each page one thing.</summary>
internal sealed class SnapshotPages(Terminal terminal)
{
    public void Rates(Snapshot seen)
    {
        terminal.Title("Rates of each set, by window");
        terminal.Write(StatusTable.Of(seen.Subjects));
    }

    public void Switches(Snapshot seen)
    {
        terminal.Title("What SES was told");
        if (seen.Switches.Count == 0)
            terminal.Line("  nothing: every set sends");
        foreach (var call in seen.Switches)
            terminal.Line($"  {call.At.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {call.Method} {call.Path}  {{\"SendingEnabled\": {(call.Enabled == true ? "true" : "false")}}}  {call.StatusGiven}");
    }

    public void Mails(Snapshot seen)
    {
        terminal.Title("What on-call reads");
        if (seen.Mails.Count == 0)
            terminal.Line("  no mail");
        foreach (var mail in seen.Mails)
        {
            terminal.Line();
            terminal.Markup($"  Subject: [bold]{Markup.Escape(mail.Subject ?? "")}[/]");
            foreach (var line in mail.Message.TrimEnd().Split('\n'))
                terminal.Line($"  | {line}".TrimEnd());
        }
    }
}
