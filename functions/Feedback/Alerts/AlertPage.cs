namespace Feedback.Alerts;

/// <summary>An alert as pagers read it: in the form of a CloudWatch alarm's notification.</summary>
/// <param name="Subject">Begins with the alarm's new state, as CloudWatch's subjects do; at most 99 ASCII characters.</param>
/// <param name="Json">The alarm's new state. All alerts about an entity have the same alarm name, so that OK closes what ALARM opened.</param>
internal sealed record AlertPage(string Subject, string Json);
