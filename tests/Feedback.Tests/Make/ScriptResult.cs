namespace Feedback.Tests.Make;

internal sealed record ScriptResult(int ExitCode, string Output, string Errors);
