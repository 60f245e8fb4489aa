using Feedback.Processing;

namespace Feedback.Tests.Fakes;

/// <summary>SES's identities and their default configuration sets.</summary>
internal sealed class FakeIdentityDirectory : IIdentityDirectory
{
    internal Dictionary<string, string> DefaultSets { get; } = [];

    /// <summary>Every identity that was asked about.</summary>
    internal List<string> Asked { get; } = [];

    public Task<string?> DefaultConfigurationSetAsync(string identity, CancellationToken cancellationToken)
    {
        Asked.Add(identity);
        return Task.FromResult(DefaultSets.GetValueOrDefault(identity));
    }
}
