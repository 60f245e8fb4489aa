using System.Globalization;
using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>One line of a function's log with the fields that CloudWatch Logs Insights has for it.</summary>
internal sealed class LogRecord
{
    private readonly Dictionary<string, object> _fields;

    private LogRecord(Dictionary<string, object> fields) => _fields = fields;

    /// <summary>A string or a number; null where the line has no such field.</summary>
    internal object? this[string field] => _fields.GetValueOrDefault(field);

    internal IReadOnlyCollection<string> Fields => _fields.Keys;

    /// <param name="line">As <c>FeedbackStack.Log</c> has it: the function, a blank, and what it wrote.</param>
    internal static LogRecord Read(string line)
    {
        var (function, text) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var fields = new Dictionary<string, object> { ["@log"] = function, ["@message"] = text };
        if (text.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(text);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                fields[property.Name] = property.Value.ValueKind == JsonValueKind.Number ? property.Value.GetDouble() : property.Value.ToString();
            }

            fields["@timestamp"] = DateTimeOffset.Parse((string)fields["timestamp"], CultureInfo.InvariantCulture).ToString("O", CultureInfo.InvariantCulture);
        }

        return new LogRecord(fields);
    }
}
