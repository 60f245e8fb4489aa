namespace Feedback.EndToEnd.Tests.Events;

/// <summary>What SES's JSON comes in.</summary>
internal enum Wrapping
{
    /// <summary>SNS with raw delivery.</summary>
    None,

    Sns,

    EventBridge,
}
