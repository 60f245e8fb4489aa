namespace Feedback.Processing;

/// <summary>
/// Looks up the default configuration sets of identities. An identity is a domain or an address: the last part of its ARN. No answer is
/// never an error here.
/// </summary>
internal interface IIdentityDirectory
{
    /// <summary>
    /// Returns what is known without asking SES. The value is null for an identity without a default set; unknown identities are missing.
    /// </summary>
    Task<IReadOnlyDictionary<string, string?>> KnownAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken);

    /// <summary>Asks SES, and remembers the answer for all processes.</summary>
    /// <returns>The default set; null if the identity has none, or if SES gives no answer in time.</returns>
    Task<string?> AskAsync(string identity, TimeSpan patience, CancellationToken cancellationToken);
}
