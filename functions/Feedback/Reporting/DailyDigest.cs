using Feedback.Configuration;
using Microsoft.Extensions.Logging;

namespace Feedback.Reporting;

/// <summary>
/// Sends the digest of the last day that is over, once. It runs every hour from a configured one on: the first run that succeeds sends the
/// mail, and the later ones find that out and end. A day whose runs all fail has no digest.
/// </summary>
internal sealed class DailyDigest(
    DigestReader reader, IDigestLog log, IDigestMailer mailer, Settings settings, TimeProvider time, ILogger<DailyDigest> logger)
{
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.Digest.IsOn)
        {
            Log.DigestOff(logger);
            return;
        }

        var started = time.GetTimestamp();
        var day = DigestDay.Before(time.GetUtcNow());
        if (!await log.TryClaimAsync(day, cancellationToken))
        {
            Log.DigestSentBefore(logger, day.ToString());
            return;
        }

        var messageId = await SendAsync(day, cancellationToken);

        // The mail is on its way. An invocation that runs out of time should still say so.
        await log.CompleteAsync(day, messageId, CancellationToken.None);
        Log.DigestSent(logger, day.ToString(), messageId, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<string> SendAsync(DigestDay day, CancellationToken cancellationToken)
    {
        try
        {
            var mail = DigestComposer.Compose(await reader.ReadAsync(day, cancellationToken));
            return await mailer.SendAsync(mail, cancellationToken);
        }
        catch
        {
            // So that the next run need not wait until the reservation lapses.
            await log.ReleaseAsync(day, CancellationToken.None);
            throw;
        }
    }
}
