using Feedback.Deciding;

namespace Feedback.Cli.InProcess;

/// <summary>No rounds through all states: nothing gets lost in this process, and no person changes its SES.</summary>
internal sealed class NoRotation : IStateRotation
{
    public Task<IReadOnlyList<EntityState>> NextAsync(string round, int limit, TimeSpan atLeast, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EntityState>>([]);
}
