namespace Feedback.Operating;

/// <summary>Which of the two lists a synchronisation changes. None changes neither, and only compares.</summary>
[Flags]
internal enum SyncDirections
{
    None = 0,

    /// <summary>Changes SES's list to what ours says.</summary>
    ToSes = 1,

    /// <summary>Adds to ours what only SES's list has.</summary>
    FromSes = 2,
}
