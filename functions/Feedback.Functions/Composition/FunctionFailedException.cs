namespace Feedback.Functions.Composition;

/// <summary>
/// Reports a failed start or invocation to Lambda, after our log has the details in one JSON line. The runtime also writes the exception to
/// the log, so this one formats as a single line without a stack trace.
/// </summary>
internal sealed class FunctionFailedException(Exception cause) : Exception($"{cause.GetType().Name}: {cause.Message}")
{
    public override string ToString() => string.Join(' ', Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
