namespace Feedback.Operating;

/// <summary>What a synchronisation is doing.</summary>
internal enum SyncStep
{
    /// <summary>Compares SES's list, address by address, with ours.</summary>
    ComparingSes,

    /// <summary>Counts, before the first change, what is missing on SES's list.</summary>
    Counting,

    /// <summary>Compares the entries of our list with SES's.</summary>
    ComparingOurs,

    /// <summary>Puts what is missing on SES's list.</summary>
    Putting,
}
