namespace Feedback.Suppression;

/// <summary>The answer for one address. Mail may be sent for <see cref="MaySend"/> and <see cref="Allowed"/> only.</summary>
public enum SuppressionVerdict
{
    /// <summary>The database didn't answer. Only where <see cref="SuppressionListOptions.OnFailure"/> asks for it.</summary>
    Unknown,

    /// <summary>It is no e-mail address that the list could hold, so nothing can be said about it.</summary>
    Invalid,

    /// <summary>No mail may be sent.</summary>
    Suppressed,

    /// <summary>An operator allows mail, although there may be reasons against it.</summary>
    Allowed,

    /// <summary>Nothing is known against the address.</summary>
    MaySend,
}
