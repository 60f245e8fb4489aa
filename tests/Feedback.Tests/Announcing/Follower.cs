using Feedback.Announcing;
using Feedback.Suppression;

namespace Feedback.Tests.Announcing;

/// <summary>Another system, which knows nothing but the notices: it keeps the last one of each scope, as docs/suppression.md says.</summary>
internal sealed class Follower
{
    private readonly Dictionary<SuppressionScope, SuppressionNotice> _last = [];

    internal void Take(SuppressionNotice notice) => _last[notice.Scope] = notice;

    internal bool Suppresses(SuppressionScope scope, DateTimeOffset now) => Holds(scope, now) || Holds(SuppressionScope.Everywhere, now);

    private bool Holds(SuppressionScope scope, DateTimeOffset now) =>
        _last.TryGetValue(scope, out var notice) && notice.IsSuppressed != (notice.Until <= now);
}
