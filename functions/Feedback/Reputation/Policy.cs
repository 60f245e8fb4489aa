namespace Feedback.Reputation;

/// <summary>The rules for an entity: the deployment's values, overridden by those of the set's own policy item.</summary>
/// <param name="Mode">Default <see cref="Reputation.Mode.Enforce"/>.</param>
/// <param name="Windows">Default 1 h (a bad blast), 24 h (the rolling rate), 7 d (late complaints). The worst one decides. Never empty.</param>
/// <param name="Bounce">Hard bounces over attempts. Default 2 % and 4 %, at least 10 bounces, representative from 1,000 attempts on.</param>
/// <param name="Complaint">Complaints over deliveries. Default 0.04 % and 0.08 %, at least 4 complaints, representative from 7,500 deliveries on.</param>
/// <param name="PauseAccount">Whether Feedback may pause the whole account, which stops all mail of the Region. Default false.</param>
/// <param name="ComplaintScope">Where a complaint suppresses the recipient. Default everywhere.</param>
/// <param name="AlarmTopicArn">The SNS topic for alerts about this entity; null for the deployment's alarm topic.</param>
internal sealed record Policy(
    Mode Mode,
    IReadOnlyList<Window> Windows,
    Thresholds Bounce,
    Thresholds Complaint,
    bool PauseAccount,
    ComplaintScope ComplaintScope,
    string? AlarmTopicArn)
{
    internal static Policy Default { get; } = new(
        Mode.Enforce,
        [Window.Parse("1h"), Window.Parse("24h"), Window.Parse("7d")],
        Thresholds.DefaultBounce,
        Thresholds.DefaultComplaint,
        PauseAccount: false,
        ComplaintScope.Everywhere,
        AlarmTopicArn: null);

    /// <summary>Returns whether the entity can be paused: a set, or the account if the policy allows it. Mail without a set can't be.</summary>
    internal bool CanPause(ReputationEntity entity) =>
        entity.ConfigurationSetName is not null || (entity == ReputationEntity.Account && PauseAccount);

    /// <summary>Returns whether Feedback pauses the entity at critical.</summary>
    internal bool Pauses(ReputationEntity entity) => Mode == Mode.Enforce && CanPause(entity);

    internal Thresholds Of(Signal signal) => signal.Thresholds(this);
}
