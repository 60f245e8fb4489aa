namespace Feedback.Announcing;

/// <summary>Why an address is no longer suppressed.</summary>
internal enum ReleaseReason
{
    /// <summary>An operator allows it; until a time, if the notice has one, and then it is suppressed again.</summary>
    Allowed,

    /// <summary>A mail was delivered to it, which ends a suppression for soft bounces.</summary>
    Delivered,

    /// <summary>The time for which it was suppressed is over.</summary>
    Ended,

    /// <summary>An operator removed or erased it.</summary>
    Removed,
}
