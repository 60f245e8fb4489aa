namespace Feedback.Alerts;

/// <summary>The words of an alert, which every target shows in its own form.</summary>
/// <param name="Subject">One line of at most 99 ASCII characters.</param>
/// <param name="Headline">What happened.</param>
/// <param name="Notes">What else is known about it: SES's error, an operator's reason, the alarm behind it.</param>
/// <param name="Steps">What to do.</param>
/// <param name="Because">The rate that decided, with its thresholds; null if no rate did.</param>
internal sealed record AlertContent(string Subject, string Headline, IReadOnlyList<string> Notes, IReadOnlyList<AlertStep> Steps, string? Because);
