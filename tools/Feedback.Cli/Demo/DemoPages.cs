using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Local.Services.Sns;
using Spectre.Console;

namespace Feedback.Cli.Demo;

/// <summary>What a demo shows in the end: the mail about the pause, the two senders, the story, and whether all checks hold.</summary>
internal sealed class DemoPages(Terminal terminal)
{
    private const string None = "none";

    public void Show(DemoOutcome demo)
    {
        Mail(demo);
        Senders(demo);
        Story(demo, Demo.Story.Of(demo));
    }

    public void Show(IReadOnlyList<Check> checks, bool each, TimeSpan took)
    {
        if (each)
        {
            terminal.Title("Checks");
            foreach (var check in checks)
            {
                terminal.Markup($"  {(check.Holds ? "[green]ok[/]    " : "[red]failed[/]")} {Markup.Escape(check.Name)}");
            }
        }

        var failed = checks.Count(check => !check.Holds);
        terminal.Line();
        terminal.Markup(failed == 0
            ? $"[green]All {checks.Count} checks hold[/] ({Figures.Seconds(took)})."
            : $"[red]{failed} of {checks.Count} checks failed[/] ({Figures.Seconds(took)}).");
    }

    public static bool IsThePause(PublishedMail mail, DemoOutcome demo) =>
        mail.Attributes.GetValueOrDefault("kind") == "Paused" && mail.Attributes.GetValueOrDefault("entity") == demo.Bad.ConfigurationSet;

    private void Mail(DemoOutcome demo)
    {
        terminal.Title("The mail to on-call about the pause");
        foreach (var mail in demo.After.Mails.Where(mail => IsThePause(mail, demo)))
        {
            new CallPages(terminal).Show(mail);
        }
    }

    private void Senders(DemoOutcome demo)
    {
        terminal.Title("The two senders, as counted");
        var table = Tables.New("Set", "Attempts", "Hard bounces", "Complaints", "Sending");
        foreach (var sender in demo.Mail.Senders)
        {
            var counts = demo.After.Stored.CountersOf(sender.ConfigurationSet);
            table.AddRow(
                Markup.Escape(sender.ConfigurationSet),
                Figures.Count(counts.Attempts),
                $"{Figures.Count(counts.HardBounces)} ({Percent(counts.HardBounces, counts.Attempts)})",
                $"{Figures.Count(counts.Complaints)} ({Percent(counts.Complaints, counts.Deliveries)})",
                demo.After.NotSending.Contains(sender.ConfigurationSet) ? "[red]PAUSED[/]" : "[green]sends[/]");
        }

        terminal.Write(table);
    }

    private void Story(DemoOutcome demo, Story story)
    {
        var (healthy, bad) = (Markup.Escape(demo.Healthy.ConfigurationSet), Markup.Escape(demo.Bad.ConfigurationSet));
        terminal.Title("In short");
        Line("Paused", story.Paused is null ? None : $"[red]{Markup.Escape(story.Paused)}[/]: {story.Why}");
        Line("How soon", story.SecondsToPause is { } seconds ? HowSoon(seconds, story.BatchesToPause) : "never");
        Line(
            "Mail stopped",
            $"{Figures.Count(story.MessagesStopped)} of its {Figures.Count(story.Messages)} messages: those sent after the pause, which SES would refuse");
        Line(
            "Told",
            $"on-call: {Figures.Count(story.SetMails.Count, "mail")} about {bad}, {Figures.Count(story.AccountMails.Count, "mail")} about the account");
        Line("Not touched", story.Untouched is null
            ? $"[red]{healthy} was touched[/]"
            : $"[green]{healthy}[/]: all its mail went out, no call to SES and no mail to on-call about it");

        void Line(string name, string text) => terminal.Markup($"  [bold]{name,-14}[/]{text}");
    }

    private static string HowSoon(double seconds, int batches) =>
        $"{Figures.Seconds(TimeSpan.FromSeconds(seconds))} after the first batch with its bounces came in "
        + $"(it took {Figures.Count(batches, "batch", "batches")})";

    private static string Percent(long events, long trials) => Reputation.Percent.Of(trials == 0 ? 0 : (decimal)events / trials);
}
