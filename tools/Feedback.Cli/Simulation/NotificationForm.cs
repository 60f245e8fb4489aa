namespace Feedback.Cli.Simulation;

/// <summary>The forms in which SES's JSON arrives in a queue.</summary>
internal enum NotificationForm
{
    /// <summary>Event publishing with SNS raw delivery: SES's JSON without an envelope.</summary>
    Raw,

    /// <summary>Event publishing in an SNS envelope.</summary>
    InSns,

    /// <summary>Event publishing over EventBridge.</summary>
    InEventBridge,

    /// <summary>The feedback notification of an identity: no tags; a header names the set.</summary>
    OfIdentity,
}
