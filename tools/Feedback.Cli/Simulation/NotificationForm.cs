namespace Feedback.Cli.Simulation;

/// <summary>The forms in which SES's JSON comes out of a queue.</summary>
internal enum NotificationForm
{
    /// <summary>Event publishing, with SNS's raw delivery: SES's JSON and nothing around it.</summary>
    Raw,

    /// <summary>Event publishing in an SNS envelope.</summary>
    InSns,

    /// <summary>Event publishing over EventBridge.</summary>
    InEventBridge,

    /// <summary>The feedback notification of the identity: no tags; a header names the set.</summary>
    OfIdentity,
}
