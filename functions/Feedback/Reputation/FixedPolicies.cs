using Feedback.Outcomes;

namespace Feedback.Reputation;

/// <summary>One policy for every subject: the deployment's.</summary>
internal sealed class FixedPolicies(Policy policy) : IPolicyStore
{
    public Task<Policy> GetAsync(Subject subject, CancellationToken cancellation) => Task.FromResult(policy);
}
