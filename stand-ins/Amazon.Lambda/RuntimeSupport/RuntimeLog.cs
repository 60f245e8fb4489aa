using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Lambda's log lines. As the official runtime client does, it puts itself in the place of <see cref="Console.Out"/> and
/// <see cref="Console.Error"/>: a line that code writes there comes out with a prefix, or inside a JSON object.
/// </summary>
internal sealed class RuntimeLog
{
    private readonly Lock _lock = new();
    private readonly LogLevel _least = Level(Variable("LOG_LEVEL"));
    private readonly string _format = Variable("LOG_FORMAT");
    private readonly TextWriter _output = Console.Out;

    public RuntimeLog()
    {
        Console.SetOut(new RuntimeLogWriter(this, Console.Out, LogLevel.Information));
        Console.SetError(new RuntimeLogWriter(this, Console.Error, LogLevel.Error));
    }

    /// <summary>Of the invocation that is running; null before the first one.</summary>
    public string RequestId { get; set; }

    public string TraceId { get; set; }

    public void Write(LogLevel level, string message, Exception exception = null) => Write(_output, level, message, exception);

    public void Write(TextWriter output, LogLevel level, string message, Exception exception = null)
    {
        if (level < _least)
        {
            return;
        }

        var line = string.Equals(_format, "JSON", StringComparison.OrdinalIgnoreCase) ? Json(level, message, exception) : Text(level, message, exception);
        lock (_lock)
        {
            output.WriteLine(line);
        }
    }

    private static string Time => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The variables with HANDLER in their names come before those that Lambda sets.</summary>
    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable($"AWS_LAMBDA_HANDLER_{name}") is { Length: > 0 } value
            ? value
            : Environment.GetEnvironmentVariable($"AWS_LAMBDA_{name}");

    private static LogLevel Level(string name) => name?.ToUpperInvariant() switch
    {
        "FATAL" => LogLevel.Critical,
        "WARN" => LogLevel.Warning,
        _ => Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) ? level : LogLevel.Information,
    };

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    private string Text(LogLevel level, string message, Exception exception)
    {
        var parts = new[] { message, exception?.ToString() }.Where(part => !string.IsNullOrEmpty(part));
        var text = string.Join('\n', parts);
        return string.Equals(_format, "Unformatted", StringComparison.OrdinalIgnoreCase) ? text : $"{Time}\t{RequestId}\t{Label(level)}\t{text}";
    }

    private string Json(LogLevel level, string message, Exception exception)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", Time);
            json.WriteString("level", level.ToString());
            if (!string.IsNullOrEmpty(RequestId))
            {
                json.WriteString("requestId", RequestId);
            }

            if (!string.IsNullOrEmpty(TraceId))
            {
                json.WriteString("traceId", TraceId);
            }

            json.WriteString("message", message ?? string.Empty);
            if (exception is not null)
            {
                json.WriteString("errorType", exception.GetType().FullName);
                json.WriteString("errorMessage", exception.Message);
                json.WriteStartArray("stackTrace");
                foreach (var line in exception.ToString().Split('\n'))
                {
                    json.WriteStringValue(line.Trim());
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
