using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Observing;

/// <summary>What there was to see, each page one thing.</summary>
internal sealed class SnapshotPages(Terminal terminal)
{
    private readonly CallPages _calls = new(terminal);

    public void Rates(Snapshot seen)
    {
        terminal.Title("Rates of each set, by window");
        terminal.Write(StatusTable.Of(seen.Entities));
    }

    public void SendingChanges(Snapshot seen)
    {
        terminal.Title("What SES was told");
        if (seen.SendingChanges.Count == 0)
        {
            terminal.Line("  nothing: every set sends");
        }

        foreach (var call in seen.SendingChanges)
        {
            _calls.Show(call);
        }
    }

    public void Mails(Snapshot seen)
    {
        terminal.Title("What on-call reads");
        if (seen.Mails.Count == 0)
        {
            terminal.Line("  no mail");
        }

        foreach (var mail in seen.Mails)
        {
            _calls.Show(mail);
        }
    }
}
