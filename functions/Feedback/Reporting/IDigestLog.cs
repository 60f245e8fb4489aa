namespace Feedback.Reporting;

/// <summary>Remembers which digests were sent, so that a repeated run sends none again.</summary>
internal interface IDigestLog
{
    /// <summary>
    /// Reserves the day's digest for the caller. Returns false if it was sent, or if another process has reserved it and may still be at work.
    /// </summary>
    Task<bool> TryClaimAsync(DigestDay day, CancellationToken cancellationToken);

    /// <summary>Gives back the reservation of a digest that could not be sent.</summary>
    Task ReleaseAsync(DigestDay day, CancellationToken cancellationToken);

    /// <summary>Writes down that the digest was sent.</summary>
    /// <param name="day">A day that this process has reserved.</param>
    /// <param name="messageId">SES's id of the mail.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task CompleteAsync(DigestDay day, string messageId, CancellationToken cancellationToken);
}
