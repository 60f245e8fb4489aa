namespace Feedback.Cli.Suppressions;

/// <summary>The result of a change of the list for one address as JSON.</summary>
/// <param name="Address">The normalised address.</param>
/// <param name="Done">False if there was nothing to do.</param>
/// <param name="Text">What was done, in a sentence.</param>
internal sealed record ChangedDocument(string Address, bool Done, string Text);
