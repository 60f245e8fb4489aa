using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakePolicyStore(Faults faults) : IPolicyStore
{
    internal Policy Default { get; set; } = Policy.Default;

    internal Dictionary<ReputationEntity, Policy> Own { get; } = [];

    public Task<Policy> GetAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        faults.CallAsync("policies.Get", () => Own.GetValueOrDefault(entity) ?? Default, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> OverridesAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The decisions ask for policies only.");
}
