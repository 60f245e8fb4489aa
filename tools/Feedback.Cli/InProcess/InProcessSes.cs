using System.Collections.Concurrent;
using Feedback.Acting;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>SES in memory: every set exists and sends until Feedback pauses it.</summary>
internal sealed class InProcessSes(TimeProvider time) : ISendingApi
{
    private readonly ConcurrentDictionary<ReputationEntity, DateTimeOffset> _pausedAt = [];

    /// <summary>The time of the call that paused each set.</summary>
    public IReadOnlyDictionary<ReputationEntity, DateTimeOffset> PausedAt => _pausedAt;

    public bool Sends(ReputationEntity entity) => !_pausedAt.ContainsKey(entity);

    public Task<bool?> IsEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken) => Task.FromResult<bool?>(Sends(entity));

    public Task<bool> SetEnabledAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        if (enabled)
        {
            _pausedAt.TryRemove(entity, out _);
        }
        else
        {
            _pausedAt.TryAdd(entity, time.GetUtcNow());
        }

        return Task.FromResult(true);
    }
}
