namespace Feedback.Announcing;

/// <summary>What an entry says about mail of one scope.</summary>
internal enum StandingKind
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>It suppressed the mail until a time that has passed.</summary>
    Ended,

    /// <summary>An operator allows the mail, against a cause.</summary>
    Allowed,

    /// <summary>A cause suppresses the mail.</summary>
    Suppressed,
}
