namespace Feedback.Suppression;

/// <summary>Why an address that our list knows doesn't belong on SES's list of the account.</summary>
internal enum NotForSes
{
    /// <summary>It belongs there, or ours has nothing to say about it.</summary>
    None,

    /// <summary>An operator allows it.</summary>
    Allowed,

    /// <summary>It is suppressed for single configuration sets. SES's list holds for the account.</summary>
    OneSet,

    /// <summary>Its suppression ends. SES's list knows no end.</summary>
    Ends,

    /// <summary>It is suppressed only because SES reported it from a list of its own: of this account or another one, or of a tenant.</summary>
    Echo,
}
