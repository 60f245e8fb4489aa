using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>Log levels by the names that Lambda filters by.</summary>
internal static class LogLevels
{
    /// <summary>Set by Lambda to the function's application log level, where its log format is JSON.</summary>
    internal const string LambdaVariable = "AWS_LAMBDA_LOG_LEVEL";

    internal const string Variable = "FEEDBACK_LOG_LEVEL";

    /// <summary>
    /// Lambda's level where it has one: it drops what is below, and an operator may change it in the console. Otherwise ours (the text
    /// format has no levels in Lambda, and <c>sam local</c> sets none), otherwise Information.
    /// </summary>
    /// <param name="variable">The value of an environment variable; null or empty where it is not set.</param>
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

    /// <summary>Takes .NET's names too; null for anything else.</summary>
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
