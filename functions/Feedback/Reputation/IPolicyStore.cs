using Feedback.Outcomes;

namespace Feedback.Reputation;

/// <summary>Which policy holds for a subject.</summary>
internal interface IPolicyStore
{
    /// <summary>The deployment's policy, overridden by the subject's own; up to a minute old.</summary>
    Task<Policy> GetAsync(Subject subject, CancellationToken cancellation);

    /// <summary>What the subject's own policy says, by the names of <see cref="Configuration.PolicyReader.Names"/>; empty if it has none.</summary>
    Task<IReadOnlyDictionary<string, string>> OverridesAsync(Subject subject, CancellationToken cancellation);

    /// <summary>Replaces the subject's own policy; nothing in it removes it.</summary>
    /// <exception cref="Configuration.SettingsException">The policy would not be valid: every problem is named, nothing is written.</exception>
    Task ReplaceAsync(Subject subject, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellation);
}
