using Feedback.Local.Services.Ses;

namespace Feedback.Cli.Observing;

/// <summary>A call by which SES was told to send or not to, for machines.</summary>
/// <param name="ConfigurationSet">Null for the account.</param>
internal sealed record SendingChangeDocument(string? ConfigurationSet, bool SendingEnabled, DateTimeOffset At)
{
    public static SendingChangeDocument Of(SesCall call) => new(call.Name, call.Enabled == true, call.At);
}
