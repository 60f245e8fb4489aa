namespace Feedback.Notifications.Wire;

/// <summary>
/// Ends the parsing of one body. The JSON reader reports errors by exception, so this does too; only <see cref="NotificationParser"/>
/// catches it.
/// </summary>
/// <param name="field">The path of the field.</param>
/// <param name="problem">What is wrong with the field, without its content.</param>
internal sealed class UnreadableException(string field, string problem) : Exception($"{field} {problem}");
