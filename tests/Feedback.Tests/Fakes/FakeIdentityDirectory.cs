using Feedback.Processing;

namespace Feedback.Tests.Fakes;

/// <summary>SES's identities and their default configuration sets.</summary>
internal sealed class FakeIdentityDirectory : IIdentityDirectory
{
    internal Dictionary<string, string> DefaultSets { get; } = [];

    /// <summary>Every identity that was asked about.</summary>
    internal List<string> Asked { get; } = [];

    /// <summary>Runs when SES is asked, before it answers.</summary>
    internal Func<CancellationToken, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is known without asking.</summary>
    internal Dictionary<string, string?> Known { get; } = [];

    public Task<IReadOnlyDictionary<string, string?>> KnownAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(Known.Where(known => identities.Contains(known.Key)).ToDictionary());

    public async Task<string?> AskAsync(string identity, TimeSpan patience, CancellationToken cancellationToken)
    {
        Asked.Add(identity);
        await BeforeAnswer(cancellationToken);
        return DefaultSets.GetValueOrDefault(identity);
    }
}
