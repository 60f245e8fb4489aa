namespace Feedback.Reputation;

/// <summary>Which policy holds for an entity.</summary>
internal interface IPolicyStore
{
    /// <summary>The deployment's policy, overridden by the entity's own; up to a minute old.</summary>
    Task<Policy> GetAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>What the entity's own policy says, by the names of <see cref="Configuration.PolicyReader.Names"/>; empty if it has none.</summary>
    Task<IReadOnlyDictionary<string, string>> OverridesAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>Replaces the entity's own policy; nothing in it removes it.</summary>
    /// <exception cref="Configuration.SettingsException">The policy would not be valid: every problem is named, nothing is written.</exception>
    Task ReplaceAsync(ReputationEntity entity, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellationToken);
}
