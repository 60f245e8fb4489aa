namespace Feedback.Cli.Wiring;

internal enum WiringChangeKind
{
    Create,
    Update,
    Delete,
    EnableReputationMetrics,
    CreateAlarm,
    UpdateAlarm,
    DeleteAlarm,
}
