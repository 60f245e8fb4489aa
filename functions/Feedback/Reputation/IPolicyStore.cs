namespace Feedback.Reputation;

/// <summary>The policies of the deployment and of single entities.</summary>
internal interface IPolicyStore
{
    /// <summary>Returns the deployment's policy, overridden by the entity's own. The answer may be a minute old.</summary>
    Task<Policy> GetAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>Returns what the entity's own policy overrides, by the names of <see cref="Configuration.PolicyReader.Names"/>; empty if it has none.</summary>
    Task<IReadOnlyDictionary<string, string>> OverridesAsync(ReputationEntity entity, CancellationToken cancellationToken);
}
