using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Configuration;
using Feedback.Reporting;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="IDigestMailer"/>
internal sealed class SesDigestMailer(IAmazonSimpleEmailServiceV2 ses, SesRateLimiter rateLimiter, Settings settings) : IDigestMailer
{
    private const string Utf8 = "UTF-8";

    public async Task<string> SendAsync(DigestMail mail, CancellationToken cancellationToken)
    {
        var request = new SendEmailRequest
        {
            FromEmailAddress = settings.Digest.Sender,
            Destination = new Destination { ToAddresses = [.. settings.Digest.Recipients] },
            ConfigurationSetName = settings.Digest.ConfigurationSet,
            Content = new EmailContent
            {
                Simple = new Message
                {
                    Subject = Content(mail.Subject),
                    Body = new Body { Text = Content(mail.Text), Html = Content(mail.Html) },

                    // Answers of holiday programs to a mail of each day are of no use.
                    Headers = [new MessageHeader { Name = "Auto-Submitted", Value = "auto-generated" }],
                },
            },
        };
        var response = await rateLimiter.CallAsync("SendEmail", () => ses.SendEmailAsync(request, cancellationToken), cancellationToken);
        return response.MessageId;
    }

    private static Content Content(string text) => new() { Charset = Utf8, Data = text };
}
