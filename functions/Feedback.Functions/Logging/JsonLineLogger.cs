using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>One category's logger: level, event id, message, its values by name, and the exception.</summary>
internal sealed class JsonLineLogger(TextWriter output, LogLevel least, TimeProvider time, string category) : ILogger
{
    private const string Template = "{OriginalFormat}";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow());
            json.WriteString("level", logLevel.ToString());
            json.WriteNumber("eventId", eventId.Id);
            json.WriteString("event", eventId.Name);
            json.WriteString("category", category);
            json.WriteString("message", formatter(state, exception));
            WriteValues(json, state as IReadOnlyList<KeyValuePair<string, object?>>);
            if (exception is not null)
            {
                json.WriteString("exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        lock (output)
        {
            output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            output.Flush();
        }
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        foreach (var (name, value) in values ?? [])
        {
            if (name != Template)
            {
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            }
        }
    }
}
