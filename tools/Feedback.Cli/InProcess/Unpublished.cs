using Feedback.Alerts;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>What leads out of the process leads nowhere: no alert is mailed, no metric published, no identity asked for.</summary>
internal sealed class Unpublished : IAlarmTopic, IReputationMetrics, IIdentityDirectory
{
    public Task PublishAsync(AlertMail alert, string? topicArn, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(IReadOnlyList<(ReputationEntity Entity, Tally Tally)> tallies, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishLagAsync(SweepLag lag, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> DefaultConfigurationSetAsync(string identity, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
