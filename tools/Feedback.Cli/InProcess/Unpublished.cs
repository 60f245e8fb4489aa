using Feedback.Alerts;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>What leads out of the process leads nowhere: no alert is mailed, no metric published, no identity asked for.</summary>
internal sealed class Unpublished : IAlarmTopic, IReputationMetrics, IIdentityDirectory
{
    public Task PublishAsync(AlertMail alert, string? topicArn, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, string?>> KnownAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?>());

    public Task<string?> AskAsync(string identity, TimeSpan patience, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
