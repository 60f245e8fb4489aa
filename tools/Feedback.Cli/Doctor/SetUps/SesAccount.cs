namespace Feedback.Cli.Doctor.SetUps;

/// <summary>The account's state in SES.</summary>
/// <param name="Sends">Whether the account may send.</param>
/// <param name="InProduction">False in the sandbox.</param>
/// <param name="Enforcement">Such as HEALTHY, PROBATION or SHUTDOWN; null if SES doesn't say.</param>
internal sealed record SesAccount(bool Sends, bool InProduction, string? Enforcement);
