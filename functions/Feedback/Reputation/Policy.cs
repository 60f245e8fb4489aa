namespace Feedback.Reputation;

/// <summary>How an entity is judged and what is done about it: the deployment's values, overridden by the set's own policy item.</summary>
/// <param name="Mode">Default <see cref="Reputation.Mode.Enforce"/>.</param>
/// <param name="Windows">Default 1 h (a bad blast), 24 h (the rolling rate), 7 d (late complaints). The worst decides. Never empty.</param>
/// <param name="Bounce">Hard bounces over attempts. Default 2 % and 4 %, at least 10 bounces, representative from 1,000 attempts on.</param>
/// <param name="Complaint">Complaints over deliveries. Default 0.04 % and 0.08 %, at least 4 complaints, representative from 7,500 deliveries on.</param>
/// <param name="PauseAccount">Whether the whole account may be paused too. Default false: that stops everybody's mail.</param>
/// <param name="AlarmTopicArn">Where alerts of this entity go; null for the deployment's alarm topic.</param>
internal sealed record Policy(
    Mode Mode,
    IReadOnlyList<Window> Windows,
    Thresholds Bounce,
    Thresholds Complaint,
    bool PauseAccount,
    string? AlarmTopicArn)
{
    internal static Policy Default { get; } = new(
        Mode.Enforce,
        [Window.Parse("1h"), Window.Parse("24h"), Window.Parse("7d")],
        Thresholds.DefaultBounce,
        Thresholds.DefaultComplaint,
        PauseAccount: false,
        AlarmTopicArn: null);

    /// <summary>Sets can be paused, and the account if that is asked for; mail without a set can't.</summary>
    internal bool CanPause(ReputationEntity entity) =>
        entity.ConfigurationSetName is not null || (entity == ReputationEntity.Account && PauseAccount);

    /// <summary>Whether critical pauses the entity: allowed, and possible.</summary>
    internal bool Pauses(ReputationEntity entity) => Mode == Mode.Enforce && CanPause(entity);

    internal Thresholds Of(Signal signal) => signal == Signal.Bounce ? Bounce : Complaint;
}
