using Feedback.Local.Services.Ses;

namespace Feedback.Cli.Observing;

/// <summary>A call that enabled or disabled sending in SES, as JSON.</summary>
/// <param name="ConfigurationSet">Null for the account.</param>
internal sealed record SendingChangeDocument(string? ConfigurationSet, bool SendingEnabled, DateTimeOffset At)
{
    public static SendingChangeDocument Of(SesCall call) => new(call.Name, call.Enabled == true, call.At);
}
