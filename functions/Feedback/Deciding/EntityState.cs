using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>What is decided about an entity, and what of it is done. Every write is conditional on <see cref="Version"/>.</summary>
internal sealed record EntityState
{
    internal required ReputationEntity Entity { get; init; }

    /// <summary>0: not written yet.</summary>
    internal long Version { get; init; }

    internal Level Level { get; init; }

    internal SendingStatus Sending { get; init; }

    internal PausedBy? PausedBy { get; init; }

    /// <summary>
    /// Critical, but not paused, because of this backlog: as it was when <see cref="Tallies"/> were taken. The sweep looks again.
    /// </summary>
    internal LagSnapshot? Hold { get; init; }

    internal bool Held => Hold is not null;

    /// <summary>When the latest pause was decided; from its confirmation on, when SES confirmed it.</summary>
    internal DateTimeOffset? PausedAt { get; init; }

    /// <summary>The call to SES was announced: a set found disabled after that is our doing.</summary>
    internal bool PauseRequested { get; init; }

    /// <summary>SES's own finding behind the pause; null where our counters are.</summary>
    internal string? Finding { get; init; }

    /// <summary>When on-call was last told that the pause does not succeed.</summary>
    internal DateTimeOffset? PauseFailureToldAt { get; init; }

    internal DateTimeOffset? ResumedAt { get; init; }

    /// <summary>No window counts mail sent before this: the resume, in whole buckets.</summary>
    internal DateTimeOffset? CountFrom { get; init; }

    /// <summary>When on-call was last told that the set is paused.</summary>
    internal DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Until then whoever made the last transition finishes it; after that the sweep does.</summary>
    internal DateTimeOffset? LeasedUntil { get; init; }

    internal PendingAlert? Alert { get; init; }

    /// <summary>The rate that explains the level, as it was at the last transition.</summary>
    internal Rate? Worst { get; init; }

    /// <summary>The counts at the last transition.</summary>
    internal IReadOnlyList<WindowTally> Tallies { get; init; } = [];

    internal DateTimeOffset? ChangedAt { get; init; }

    internal static EntityState New(ReputationEntity entity) => new() { Entity = entity };

    /// <summary>What the last transition is called.</summary>
    internal string Change => Alert?.Kind.ToString() ?? Sending.ToString();

    internal bool IsUnfinished => Sending == SendingStatus.Pausing || Alert is not null;

    internal bool IsLeased(DateTimeOffset now) => now < LeasedUntil;

    /// <summary>Paused by a person: their doing, and so no alarm of ours, and no rate is its reason.</summary>
    internal EntityState Paused(PausedBy by, DateTimeOffset now) => this with
    {
        Sending = SendingStatus.Paused,
        PausedBy = by,
        PausedAt = now,
        RemindedAt = now,
        Hold = null,
        Finding = null,
        Worst = null,
        Tallies = [],
    };

    /// <summary>The next version, told of by <paramref name="alert"/>, to be finished by whoever writes it within <paramref name="lease"/>.</summary>
    internal EntityState Moved(DateTimeOffset now, TimeSpan lease, AlertKind? alert = null, string? note = null) => this with
    {
        Version = Version + 1,
        ChangedAt = now,
        LeasedUntil = now + lease,
        Alert = alert is { } kind ? new PendingAlert(kind, Version + 1, note) : null,
    };
}
