namespace Feedback.Local.Lambda;

/// <summary>The function's process has ended and can't answer.</summary>
internal sealed class FunctionExitedException(string function, int? exitCode, FunctionError? initError, IReadOnlyList<string> lastLines)
    : Exception($"{function} {Reason(exitCode, initError)}{string.Concat(lastLines.Select(line => $"{Environment.NewLine}  {line}"))}")
{
    /// <summary>The exit code; 128 + n means ended by signal n. Null if the process didn't start in time.</summary>
    public int? ExitCode { get; } = exitCode;

    public IReadOnlyList<string> LastLines { get; } = lastLines;

    private static string Reason(int? exitCode, FunctionError? initError) => initError is null
        ? $"ended with exit code {exitCode}."
        : $"did not start: {initError.ErrorType}: {initError.ErrorMessage}";
}
