namespace Feedback.Suppression;

/// <summary>How an address differs between our list and SES's suppression list of the account.</summary>
internal enum ListDifference
{
    /// <summary>Both suppress it, or neither has to.</summary>
    None,

    /// <summary>Ours suppresses it for all mail and for good; SES's doesn't have it.</summary>
    OnlyHere,

    /// <summary>SES's list has it; ours doesn't suppress it for all mail.</summary>
    OnlyInSes,

    /// <summary>Both suppress it, SES's list for a reason that ours doesn't have.</summary>
    OtherReason,

    /// <summary>SES's list has it, although an operator allows it here.</summary>
    AllowedHere,

    /// <summary>SES's list has it, although an operator removed it here since.</summary>
    RemovedHere,
}
