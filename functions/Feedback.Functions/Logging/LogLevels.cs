using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>Translates log levels to and from the names by which Lambda filters.</summary>
internal static class LogLevels
{
    /// <summary>Set by Lambda to the function's application log level if its log format is JSON.</summary>
    internal const string LambdaVariable = "AWS_LAMBDA_LOG_LEVEL";

    internal const string Variable = "FEEDBACK_LOG_LEVEL";

    /// <summary>
    /// Returns the lowest level that is written. Lambda's own setting comes first, because Lambda drops entries below it and an operator may
    /// change it in the console; then ours, for the text format and for <c>sam local</c>; then Information.
    /// </summary>
    /// <param name="variable">Returns the value of an environment variable; null or empty if it is not set.</param>
    internal static LogLevel Least(Func<string, string?> variable) =>
        Read(variable(LambdaVariable)) ?? Read(variable(Variable)) ?? LogLevel.Information;

    internal static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };

    /// <summary>Accepts .NET's names too; null for anything else.</summary>
    private static LogLevel? Read(string? name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => null,
    };
}
