using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>
/// Logs one category. Each line is one flat JSON object, so that CloudWatch Logs Insights finds every value by its name. Lambda filters by
/// <c>level</c>, which it treats as INFO unless <c>timestamp</c> follows RFC 3339.
/// </summary>
internal sealed class JsonLineLogger(Stream output, LogLevel least, TimeProvider time, string category, IExternalScopeProvider scopes) : ILogger
{
    private const string Template = "{OriginalFormat}";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", LogLevels.Name(logLevel));
            json.WriteNumber("eventId", eventId.Id);
            json.WriteString("event", eventId.Name);
            json.WriteString("category", category);
            json.WriteString("message", formatter(state, exception));
            scopes.ForEachScope(WriteValues, json);
            WriteValues(state, json);
            if (exception is not null)
            {
                json.WriteString("exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (output)
        {
            // One write, so that lines of other writers can't get in between.
            output.Write(line.GetBuffer(), 0, (int)line.Length);
            output.Flush();
        }
    }

    private static void WriteValues<TState>(TState state, Utf8JsonWriter json)
    {
        foreach (var (name, value) in state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
        {
            if (name != Template)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
        }
    }

    /// <summary>Writes numbers as numbers, so that queries can sort by them.</summary>
    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
