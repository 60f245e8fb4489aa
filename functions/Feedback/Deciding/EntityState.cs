using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>The desired state of one entity, and how much of it is done. Every write is conditional on <see cref="Version"/>.</summary>
internal sealed record EntityState
{
    /// <summary>How long the process that wrote a transition has for the SES calls and the alert before the sweep takes over.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    internal required ReputationEntity Entity { get; init; }

    /// <summary>0 for a state that is not written yet; each write adds one.</summary>
    internal long Version { get; init; }

    internal Level Level { get; init; }

    internal SendingStatus Sending { get; init; }

    internal PausedBy? PausedBy { get; init; }

    /// <summary>
    /// Set while the entity looks critical and deliveries may be missing. <see cref="Tallies"/> are then the counts when the hold began, and
    /// <see cref="Level"/> stays as it was until on-call is told.
    /// </summary>
    internal Hold? Hold { get; init; }

    internal bool Held => Hold is not null;

    /// <summary>When on-call was last told of a hold.</summary>
    internal DateTimeOffset? HoldToldAt { get; init; }

    /// <summary>The level that an evaluation starts from: an entity on hold is critical until its rates are clear of that.</summary>
    internal Level AssessedFrom => Held ? Level.Critical : Level;

    /// <summary>When the latest pause was decided; once SES has confirmed it, when that was.</summary>
    internal DateTimeOffset? PausedAt { get; init; }

    /// <summary>Set before SES is called: a set found disabled after that was disabled by Feedback.</summary>
    internal bool PauseRequested { get; init; }

    /// <summary>SES's own findings behind the level, a sentence for each alarm; null if Feedback's counters are behind it.</summary>
    internal string? Finding { get; init; }

    /// <summary>When the last of the alarms behind <see cref="Finding"/> was over; null while one is in force.</summary>
    internal DateTimeOffset? FindingOverAt { get; init; }

    /// <summary>Whether an alarm on SES's own metrics is in force, as far as CloudWatch has said.</summary>
    internal bool IsFoundBySes => Finding is not null && FindingOverAt is null;

    /// <summary>
    /// When on-call was last told that SES does not confirm the pause. It stays when the pause is taken back, since on-call then has to be
    /// told that this is over; the next pause begins without it.
    /// </summary>
    internal DateTimeOffset? PauseFailureToldAt { get; init; }

    /// <summary>
    /// The entity was resumed while a call that disables it may still have been on its way. If SES reports it as disabled within
    /// <see cref="Lease"/> of the transition, that call did it, and Feedback enables the entity again.
    /// </summary>
    internal bool VerifyEnabled { get; init; }

    internal DateTimeOffset? ResumedAt { get; init; }

    /// <summary>No window counts mail sent before this time: the bucket boundary of the last resume.</summary>
    internal DateTimeOffset? CountFrom { get; init; }

    /// <summary>When on-call was last told that the entity is paused.</summary>
    internal DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Until then, the process that wrote the last transition reconciles it; after that, the sweep does.</summary>
    internal DateTimeOffset? LeasedUntil { get; init; }

    internal PendingAlert? Alert { get; init; }

    /// <summary>The rate that explained the level at the last transition.</summary>
    internal Rate? Worst { get; init; }

    /// <summary>The counts at the last transition.</summary>
    internal IReadOnlyList<WindowTally> Tallies { get; init; } = [];

    internal DateTimeOffset? ChangedAt { get; init; }

    internal static EntityState New(ReputationEntity entity) => new() { Entity = entity };

    /// <summary>The name of the last transition.</summary>
    internal string Change => Alert?.Kind.ToString() ?? Sending.ToString();

    /// <summary>Whether SES has to be called, or an alert has to be published.</summary>
    internal bool IsUnfinished => Sending == SendingStatus.Pausing || Alert is not null;

    internal bool IsLeased(DateTimeOffset now) => now < LeasedUntil;

    /// <summary>The state after a person paused the entity. No rate is the reason, and there is no breach to report.</summary>
    internal EntityState Paused(PausedBy by, DateTimeOffset now) => this with
    {
        Sending = SendingStatus.Paused,
        PausedBy = by,
        PausedAt = now,
        RemindedAt = now,
        VerifyEnabled = false,
        Hold = null,
        Finding = null,
        FindingOverAt = null,
        Worst = null,
        Tallies = [],
    };

    /// <summary>The transition to this state, leased to the process that writes it.</summary>
    /// <param name="now">The time of the decision.</param>
    /// <param name="alert">The alert to publish; null if none is due yet.</param>
    /// <param name="note">One more sentence for the mail.</param>
    internal EntityState Moved(DateTimeOffset now, AlertKind? alert = null, string? note = null)
    {
        var next = WithNextVersion();
        return next with
        {
            ChangedAt = now,
            LeasedUntil = now + Lease,
            Alert = alert is { } kind ? new PendingAlert(kind, next.Version, note) : null,
        };
    }

    /// <summary>The only place where a version is counted up.</summary>
    internal EntityState WithNextVersion() => this with { Version = Version + 1 };
}
