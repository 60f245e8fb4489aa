namespace Feedback.Processing;

/// <summary>What SES knows of an identity.</summary>
internal interface IIdentityDirectory
{
    /// <summary>The identity's default configuration set; null if it has none, or if SES did not say (which is no error here).</summary>
    /// <param name="identity">A domain or an address, as the last part of the identity's ARN has it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<string?> DefaultConfigurationSetAsync(string identity, CancellationToken cancellationToken);
}
