namespace Feedback.Suppression;

/// <summary>One ground for suppressing an address, as both Feedback and the library of senders read it from the table.</summary>
/// <param name="Scope"><c>*</c> or the name of a configuration set.</param>
/// <param name="Reason">Such as <c>HardBounce</c>. A text, since a later version of Feedback may know more reasons.</param>
/// <param name="Since">The time of the first event, or of the operator's order; null if the item doesn't say.</param>
/// <param name="Until">When it ends; null if it doesn't.</param>
internal readonly record struct SuppressionGround(string Scope, string Reason, DateTimeOffset? Since, DateTimeOffset? Until);
