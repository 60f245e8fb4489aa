using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>One policy for every subject: the one that is tried.</summary>
internal sealed class OnePolicy(Settings settings) : IPolicyStore
{
    public Task<Policy> GetAsync(Subject subject, CancellationToken cancellation) => Task.FromResult(settings.Policy);

    public Task<IReadOnlyDictionary<string, string>> OverridesAsync(Subject subject, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    public Task ReplaceAsync(Subject subject, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellation) =>
        throw new NotSupportedException("One policy holds for all.");
}
