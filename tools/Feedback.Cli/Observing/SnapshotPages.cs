using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Observing;

/// <summary>Prints parts of a snapshot.</summary>
internal sealed class SnapshotPages(Terminal terminal)
{
    private readonly CallPages _calls = new(terminal);

    public void Rates(Snapshot seen)
    {
        var table = StatusTable.Of(seen.Entities);
        var fits = terminal.Fits(table);
        terminal.Title(fits ? "Rates of each set, by window" : "Rates of each set");
        terminal.Write(fits ? table : StatusLines.Of(seen.Entities));
    }

    public void SendingChanges(Snapshot seen)
    {
        terminal.Title("Calls to SES");
        if (seen.SendingChanges.Count == 0)
        {
            terminal.Line("  none: every set sends");
        }

        foreach (var call in seen.SendingChanges)
        {
            _calls.Show(call);
        }
    }

    public void Mails(Snapshot seen)
    {
        terminal.Title("Mails to on-call");
        if (seen.Mails.Count == 0)
        {
            terminal.Line("  none");
        }

        foreach (var mail in seen.Mails)
        {
            _calls.Show(mail);
        }
    }
}
