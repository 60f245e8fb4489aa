using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Cli.InProcess;

/// <summary>SES as far as Feedback can tell: every set exists and sends until Feedback pauses it.</summary>
internal sealed class InProcessSes(TimeProvider time) : ISendingApi
{
    private readonly Dictionary<Subject, DateTimeOffset> _pausedAt = [];

    /// <summary>When the call that paused a set came in.</summary>
    public IReadOnlyDictionary<Subject, DateTimeOffset> PausedAt => _pausedAt;

    public bool Sends(Subject subject) => !_pausedAt.ContainsKey(subject);

    public Task<bool?> IsEnabledAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<bool?>(Sends(subject));

    public Task SetEnabledAsync(Subject subject, bool enabled, CancellationToken cancellation)
    {
        if (enabled)
            _pausedAt.Remove(subject);
        else
            _pausedAt.TryAdd(subject, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
