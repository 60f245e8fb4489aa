namespace Feedback.Suppression;

/// <summary>An address on SES's suppression list of the account.</summary>
/// <param name="Spelling">Exactly as the list has it: SES deletes by the exact spelling only, upper and lower case included.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="UpdatedAt">When it was put there, or its reason changed.</param>
internal sealed record SesListedAddress(string Spelling, SesListReason Reason, DateTimeOffset UpdatedAt);
