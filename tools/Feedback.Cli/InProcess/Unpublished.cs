using Feedback.Alerts;
using Feedback.Deciding.Lag;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>Discards everything that would leave the process: no alert is mailed, no metric is published, no identity is looked up.</summary>
internal sealed class Unpublished : IAlertTarget, IReputationMetrics, IIdentityDirectory, IEventDestinations, IBothFormatsLog
{
    public string Name => "none";

    public bool Wants(Alert alert) => true;

    public Task PublishAsync(Alert alert, Policy policy, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(
        IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, string?>> KnownAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?>());

    public Task<string?> AskAsync(string identity, TimeSpan patience, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<EventPublishing?> GetAsync(ReputationEntity set, CancellationToken cancellationToken) => Task.FromResult<EventPublishing?>(null);

    public Task AddAsync(ReputationEntity set, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<ReputationEntity>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReputationEntity>>([]);

    public Task PublishLagAsync(SweepLag lag, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
}
