using Feedback.Cli.SecondDetector;

namespace Feedback.Cli.Doctor.SetUps;

/// <summary>A CloudWatch alarm on one metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Metric">Namespace and name of its metric.</param>
/// <param name="Actions">The ARNs that are told when it begins; none while its actions are disabled.</param>
/// <param name="IsOn">Whether it is in the state ALARM.</param>
/// <param name="OfSet">What it is as an alarm on one of SES's own rates of a configuration set; null if it is on anything else.</param>
internal sealed record Alarm(string Name, string Metric, IReadOnlyList<string> Actions, bool IsOn, SetAlarm? OfSet = null);
