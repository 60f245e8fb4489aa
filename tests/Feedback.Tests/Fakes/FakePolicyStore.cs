using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

internal sealed class FakePolicyStore(Faults faults) : IPolicyStore
{
    internal Policy Default { get; set; } = Policy.Default;

    internal Dictionary<Subject, Policy> Own { get; } = [];

    public Task<Policy> GetAsync(Subject subject, CancellationToken cancellation) =>
        faults.CallAsync("policies.Get", () => Own.GetValueOrDefault(subject) ?? Default, cancellation);

    public Task<IReadOnlyDictionary<string, string>> OverridesAsync(Subject subject, CancellationToken cancellation) =>
        throw new NotSupportedException("The decisions ask for policies only.");

    public Task ReplaceAsync(Subject subject, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellation) =>
        throw new NotSupportedException("The decisions ask for policies only.");
}
