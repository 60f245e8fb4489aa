using System.Globalization;
using Feedback.Cli.Output;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;
using Spectre.Console;

namespace Feedback.Cli.Observing;

/// <summary>Prints calls to SES and mails, during a run and after it.</summary>
internal sealed class CallPages(Terminal terminal)
{
    private readonly Lock _oneAtATime = new();

    /// <summary>Prints calls to SES, and mails with their result. Other calls are not printed.</summary>
    public void Show(AwsCall call)
    {
        lock (_oneAtATime)
        {
            switch (call)
            {
                case SesCall { Mail: { } sent } ses:
                    Show(ses);
                    Show(sent);
                    break;
                case SesCall ses:
                    Show(ses);
                    break;
                case PublishedMail { Applied: true } mail:
                    Show(mail);
                    break;
                case PublishedMail mail:
                    terminal.Line($"  {At(mail)}  SNS refused a mail to {mail.TopicArn}  {mail.StatusGiven}");
                    break;
            }
        }
    }

    public void Show(SesCall call)
    {
        var body = call.Enabled is { } enabled ? $"  {{\"SendingEnabled\": {(enabled ? "true" : "false")}}}" : "";
        terminal.Line($"  {At(call)}  {call.Method} {call.Path}{body}  {call.StatusGiven}");
    }

    public void Show(PublishedMail mail) => Show(mail.Subject ?? "", mail.Message);

    private void Show(SentMail mail) => Show(mail.Subject, mail.Text ?? "");

    private void Show(string subject, string text)
    {
        terminal.Line();
        terminal.Markup($"  Subject: [bold]{Markup.Escape(subject)}[/]");
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            Show(line);
        }
    }

    private void Show(string line)
    {
        if (line.StartsWith(' '))
        {
            // A command or an address of the console, which must not be broken.
            terminal.Verbatim($"  | {line}");
        }
        else
        {
            terminal.Line($"  | {line}".TrimEnd());
        }
    }

    private static string At(AwsCall call) => call.At.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
