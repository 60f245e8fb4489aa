using Feedback.Acting;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>SES as far as Feedback can tell: every set exists and sends until Feedback pauses it.</summary>
internal sealed class InProcessSes(TimeProvider time) : ISendingApi
{
    private readonly Dictionary<ReputationEntity, DateTimeOffset> _pausedAt = [];

    /// <summary>When the call that paused a set came in.</summary>
    public IReadOnlyDictionary<ReputationEntity, DateTimeOffset> PausedAt => _pausedAt;

    public bool Sends(ReputationEntity entity) => !_pausedAt.ContainsKey(entity);

    public Task<bool?> IsEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken) => Task.FromResult<bool?>(Sends(entity));

    public Task<bool> SetEnabledAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        if (enabled)
            _pausedAt.Remove(entity);
        else
            _pausedAt.TryAdd(entity, time.GetUtcNow());
        return Task.FromResult(true);
    }
}
