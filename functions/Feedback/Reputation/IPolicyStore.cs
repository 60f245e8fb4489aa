namespace Feedback.Reputation;

/// <summary>The policies of the deployment and of single entities.</summary>
internal interface IPolicyStore
{
    /// <summary>Returns the deployment's policy, overridden by the entity's own. The answer may be a minute old.</summary>
    Task<Policy> GetAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>Returns what the entity's own policy overrides, by the names of <see cref="Configuration.PolicyReader.Names"/>; empty if it has none.</summary>
    Task<IReadOnlyDictionary<string, string>> OverridesAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>Replaces the entity's own policy; an empty one removes it.</summary>
    /// <exception cref="Configuration.SettingsException">The policy is not valid: the message names every problem, and nothing is written.</exception>
    Task ReplaceAsync(ReputationEntity entity, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellationToken);
}
