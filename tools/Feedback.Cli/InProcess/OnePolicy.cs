using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>Returns the policy under test for every entity.</summary>
internal sealed class OnePolicy(Settings settings) : IPolicyStore
{
    public Task<Policy> GetAsync(ReputationEntity entity, CancellationToken cancellationToken) => Task.FromResult(settings.Policy);

    public Task<IReadOnlyDictionary<string, string>> OverridesAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
}
