namespace Feedback.Cli.Simulation;

/// <summary>The possible fates of a message.</summary>
internal enum MessageFate
{
    Delivered,

    /// <summary>Rejected permanently at once.</summary>
    HardBounced,

    /// <summary>Accepted, and bounced permanently a little later: one attempt, one delivery, one hard bounce.</summary>
    DeliveredThenHardBounced,

    SoftBounced,

    /// <summary>Delivered; the recipient complained.</summary>
    Complained,

    /// <summary>Delivered; the recipient marked it as not spam. Not counted.</summary>
    SaidNotSpam,

    /// <summary>Not attempted by SES because the address is on the account's suppression list.</summary>
    NeverAttempted,
}
