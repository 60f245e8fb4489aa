namespace Feedback.Suppression;

/// <summary>SES's suppression list of the account could not be read or changed.</summary>
internal sealed class SesListException(string message, Exception inner) : Exception(message, inner);
