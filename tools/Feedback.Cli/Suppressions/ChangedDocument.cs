namespace Feedback.Cli.Suppressions;

/// <summary>The result of a change of the list for one address as JSON.</summary>
/// <param name="Address">The normalised address.</param>
/// <param name="Done">False if there was nothing to do.</param>
/// <param name="Text">What was done, in a sentence.</param>
internal sealed record ChangedDocument(string Address, bool Done, string Text)
{
    /// <summary>What became of it on SES's list of the account: <c>Deleted</c>, <c>NotThere</c> or <c>LeftAlone</c>; null for other commands.</summary>
    public string? SesAccountList { get; init; }

    /// <summary>What else is to be known, such as a list that may still hold the address.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
