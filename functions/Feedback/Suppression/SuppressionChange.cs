namespace Feedback.Suppression;

/// <summary>What an operator did to the list about one address. Kept for 400 days, and without the address.</summary>
/// <param name="RecipientHash">The hash of the address.</param>
/// <param name="At">When it was done.</param>
/// <param name="What">Such as <c>Added</c>, <c>Removed</c>, <c>Allowed</c> or <c>Erased</c>.</param>
/// <param name="Author">Who did it.</param>
/// <param name="Text">Where, and why, in the operator's words.</param>
internal sealed record SuppressionChange(string RecipientHash, DateTimeOffset At, string What, string Author, string Text);
