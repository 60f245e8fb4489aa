namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused; Lambda ends the process after this, so it isn't caught.</summary>
internal sealed class RuntimeApiClientException(string message) : Exception(message);
