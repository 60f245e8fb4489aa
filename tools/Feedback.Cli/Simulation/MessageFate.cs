namespace Feedback.Cli.Simulation;

/// <summary>What becomes of one message.</summary>
internal enum MessageFate
{
    Delivered,

    /// <summary>Refused for good at once.</summary>
    HardBounced,

    /// <summary>Accepted, and refused for good a little later: one attempt, one delivery, one hard bounce.</summary>
    DeliveredThenHardBounced,

    SoftBounced,

    /// <summary>Delivered; its reader complained.</summary>
    Complained,

    /// <summary>Delivered; its reader said that it is no spam. Not counted.</summary>
    SaidNotSpam,

    /// <summary>SES did not try, since the address is on the account's suppression list: no attempt at all.</summary>
    NeverAttempted,
}
