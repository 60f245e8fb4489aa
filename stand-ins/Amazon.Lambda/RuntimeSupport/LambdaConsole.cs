using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context's logger.</summary>
internal sealed class LambdaConsole(RuntimeLog log) : ILambdaLogger
{
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => log.Write(LogLevel.Information, message);

    public void Log(string level, string message) => log.Write(Level(level), message);

    public void Log(string level, Exception exception, string message, params object[] args) => log.Write(Level(level), message, exception);

    private static LogLevel Level(string name) => Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) ? level : LogLevel.Information;
}
