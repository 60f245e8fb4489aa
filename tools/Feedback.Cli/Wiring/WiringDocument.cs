namespace Feedback.Cli.Wiring;

/// <summary>What was changed about one configuration set, as JSON.</summary>
/// <param name="ConfigurationSet">Its name.</param>
/// <param name="Exists">False for a set that SES doesn't have. It may still have alarms, which are deleted.</param>
/// <param name="Changes">What was changed, or would be; empty if there was nothing to do.</param>
/// <param name="Done">Whether the changes were made.</param>
internal sealed record WiringDocument(string ConfigurationSet, bool Exists, IReadOnlyList<string> Changes, bool Done);
