namespace Feedback.Functions.Composition;

/// <summary>
/// Tells Lambda why a start or an invocation failed, after our log has the whole story in one line. The runtime writes an exception to
/// the log as it stands, so this one stands in one line and has no stack trace to show.
/// </summary>
internal sealed class FunctionFailedException(Exception cause) : Exception($"{cause.GetType().Name}: {cause.Message}")
{
    public override string ToString() => string.Join(' ', Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
