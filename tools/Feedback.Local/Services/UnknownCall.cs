namespace Feedback.Local.Services;

/// <summary>A call to something that isn't here: a test can show that there was none.</summary>
internal sealed record UnknownCall(string Method, string Path, string? Action) : AwsCall(AwsOperation.Unknown);
