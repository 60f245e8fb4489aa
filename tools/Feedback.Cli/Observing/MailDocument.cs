using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Observing;

/// <summary>A mail to on-call as JSON.</summary>
/// <param name="About">The entity: a set's name, <c>account</c> or <c>unattributed</c>.</param>
internal sealed record MailDocument(string? Kind, string? About, string? Subject, string Text)
{
    public static MailDocument Of(PublishedMail mail) =>
        new(mail.Attributes.GetValueOrDefault("kind"), mail.Attributes.GetValueOrDefault("entity"), mail.Subject, mail.Message);
}
