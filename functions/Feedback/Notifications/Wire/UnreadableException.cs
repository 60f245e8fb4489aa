namespace Feedback.Notifications.Wire;

/// <summary>
/// Ends the reading of one body. An exception, because the JSON reader below reports by exception too:
/// one way out for both, caught in <see cref="NotificationParser"/> and nowhere else.
/// </summary>
/// <param name="field">The path of the field.</param>
/// <param name="problem">What is wrong with it, without its content.</param>
internal sealed class UnreadableException(string field, string problem) : Exception($"{field} {problem}");
