using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Observing;

/// <summary>A mail to on-call, for machines.</summary>
/// <param name="About">The set, <c>account</c> or <c>unattributed</c>.</param>
internal sealed record MailDocument(string? Kind, string? About, string? Subject, string Text)
{
    public static MailDocument Of(PublishedMail mail) =>
        new(mail.Attributes.GetValueOrDefault("kind"), mail.Attributes.GetValueOrDefault("entity"), mail.Subject, mail.Message);
}
