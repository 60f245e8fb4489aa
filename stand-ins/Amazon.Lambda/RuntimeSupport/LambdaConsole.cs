using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda's text log line on standard output: time, request id, level and message, parted by tabs.</summary>
internal sealed class LambdaConsole(string requestId) : ILambdaLogger
{
    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => Write(requestId, "info", message);

    public void Log(string level, string message) => Write(requestId, Label(level), message);

    public static void WriteFailure(string requestId, Exception exception) => Write(requestId, "fail", exception.ToString());

    private static void Write(string requestId, string label, string message)
    {
        var time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        Console.Out.WriteLine($"{time}\t{requestId}\t{label}\t{message}");
    }

    private static string Label(string level) => level switch
    {
        nameof(LogLevel.Trace) => "trce",
        nameof(LogLevel.Debug) => "dbug",
        nameof(LogLevel.Information) => "info",
        nameof(LogLevel.Warning) => "warn",
        nameof(LogLevel.Error) => "fail",
        nameof(LogLevel.Critical) => "crit",
        _ => level,
    };
}
