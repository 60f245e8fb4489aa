namespace Feedback.Mirroring;

/// <summary>What a change of an entry asks of SES's suppression list of the account.</summary>
internal enum MirrorStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The address belongs there from now on, or for another reason.</summary>
    List,

    /// <summary>The address belongs there no longer.</summary>
    Unlist,
}
