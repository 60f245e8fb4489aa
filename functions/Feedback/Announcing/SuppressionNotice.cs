using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Announcing;

/// <summary>Tells other systems that an address is suppressed or released in one scope.</summary>
/// <param name="IsSuppressed">False if it is released.</param>
/// <param name="ChangeId">The change that it tells of; the same when the change is reported again.</param>
/// <param name="Recipient">The address.</param>
/// <param name="Scope">Where.</param>
/// <param name="Reason">A <see cref="SuppressionReason"/> or a <see cref="ReleaseReason"/>.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">Until when; null if it has no end.</param>
internal sealed record SuppressionNotice(
    bool IsSuppressed, string ChangeId, EmailAddress Recipient, SuppressionScope Scope, string Reason, DateTimeOffset At, DateTimeOffset? Until);
