namespace Feedback.Inbound;

/// <summary>The result of parsing a mail.</summary>
internal abstract record ParsedMail
{
    private ParsedMail()
    {
    }

    internal sealed record Report(MailReport Content) : ParsedMail;

    /// <summary>An auto-reply, a mail from a person, or a report that proves nothing. The reason quotes nothing of the mail.</summary>
    internal sealed record Other(string Reason) : ParsedMail;
}
