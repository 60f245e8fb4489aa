using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Cli.InProcess;

/// <summary>SES as far as Feedback can tell: every set exists and sends until Feedback pauses it.</summary>
internal sealed class InProcessSes(TimeProvider time) : ISendingApi
{
    private readonly Dictionary<Subject, DateTimeOffset> pausedAt = [];

    /// <summary>When the call that paused a set came in.</summary>
    public IReadOnlyDictionary<Subject, DateTimeOffset> PausedAt => pausedAt;

    public bool Sends(Subject subject) => !pausedAt.ContainsKey(subject);

    public Task<bool?> IsEnabledAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<bool?>(Sends(subject));

    public Task SetEnabledAsync(Subject subject, bool enabled, CancellationToken cancellation)
    {
        if (enabled)
            pausedAt.Remove(subject);
        else
            pausedAt.TryAdd(subject, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
