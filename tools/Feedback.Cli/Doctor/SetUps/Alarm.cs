namespace Feedback.Cli.Doctor.SetUps;

/// <summary>A CloudWatch alarm on one metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Metric">Namespace and name of its metric.</param>
/// <param name="ConfigurationSet">The configuration set in its dimensions; null without one.</param>
/// <param name="Actions">The ARNs that are told when it begins; none while its actions are disabled.</param>
/// <param name="IsOn">Whether it is in the state ALARM.</param>
internal sealed record Alarm(string Name, string Metric, string? ConfigurationSet, IReadOnlyList<string> Actions, bool IsOn);
