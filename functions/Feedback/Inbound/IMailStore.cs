namespace Feedback.Inbound;

/// <summary>Reads mail that SES received and stored.</summary>
internal interface IMailStore
{
    /// <summary>Returns the first bytes of a mail, <paramref name="most"/> at the most; null if it has been deleted.</summary>
    Task<byte[]?> ReadAsync(StoredMail mail, int most, CancellationToken cancellationToken);
}
