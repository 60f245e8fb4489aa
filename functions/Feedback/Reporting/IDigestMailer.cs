namespace Feedback.Reporting;

/// <summary>Sends digests through SES.</summary>
internal interface IDigestMailer
{
    /// <returns>SES's id of the mail.</returns>
    Task<string> SendAsync(DigestMail mail, CancellationToken cancellationToken);
}
