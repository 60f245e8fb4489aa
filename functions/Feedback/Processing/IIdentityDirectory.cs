namespace Feedback.Processing;

/// <summary>Looks up identities in SES.</summary>
internal interface IIdentityDirectory
{
    /// <summary>Returns the default configuration set of an identity; null if it has none, or if SES gave no answer, which is not an error.</summary>
    /// <param name="identity">A domain or an address: the last part of the identity's ARN.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<string?> DefaultConfigurationSetAsync(string identity, CancellationToken cancellationToken);
}
