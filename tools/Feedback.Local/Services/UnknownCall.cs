namespace Feedback.Local.Services;

/// <summary>A call to a service that doesn't exist here, recorded so that a test can show there was none.</summary>
internal sealed record UnknownCall(string Method, string Path, string? Action) : AwsCall(AwsOperation.Unknown);
