using System.Text.Json;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Backtest;

/// <summary>
/// Reads message bodies from a file: one a line if the lines are JSON documents, otherwise the whole file as one document. Each may be a
/// Lambda event with records of a queue or topic, an array, or an SES event in any wrapping.
/// </summary>
internal static class ArchiveFile
{
    /// <summary>Yields each body with its position for error messages. The file is read as a stream unless it is one document.</summary>
    /// <exception cref="UsageException">The file can't be read or isn't JSON.</exception>
    public static IEnumerable<(string Where, string Body)> Read(string path) => IsInLines(path) ? Lines(path) : Document(path);

    private static bool IsInLines(string path)
    {
        using var reader = TextFile.Open(path);
        string? first;
        do
        {
            first = reader.ReadLine();
        }
        while (first is not null && string.IsNullOrWhiteSpace(first));
        return first is not null && Parse(first) is { } json && Disposed(json);
    }

    private static IEnumerable<(string Where, string Body)> Lines(string path)
    {
        using var reader = TextFile.Open(path);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            foreach (var body in Bodies(line))
            {
                yield return ($"{path}:{number}", body);
            }
        }
    }

    private static IEnumerable<(string Where, string Body)> Document(string path)
    {
        using var reader = TextFile.Open(path);
        var text = reader.ReadToEnd();
        return Parse(text) is { } json && Disposed(json)
            ? [.. Bodies(text).Select((body, index) => ($"{path} #{index + 1}", body))]
            : throw new UsageException($"{path}: holds neither an event of Lambda nor events of SES, one a line.");
    }

    private static IEnumerable<string> Bodies(string text)
    {
        using var json = Parse(text);
        return json?.RootElement switch
        {
            { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(item => item.GetRawText())],
            { ValueKind: JsonValueKind.Object } root when root.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array
                => [.. records.EnumerateArray().Select(Body)],
            _ => [text],
        };
    }

    private static string Body(JsonElement record)
    {
        try
        {
            return record.ValueKind == JsonValueKind.Object && Text(record) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";
        }
        catch (InvalidOperationException)
        {
            // Not a valid .NET string, so it is unreadable for the functions too.
            return "";
        }
    }

    // The record of a queue or of a topic.
    private static JsonElement? Text(JsonElement record)
    {
        if (record.TryGetProperty("body", out var body))
        {
            return body;
        }

        return record.TryGetProperty("Sns", out var sns) && sns.ValueKind == JsonValueKind.Object && sns.TryGetProperty("Message", out var message)
            ? message
            : null;
    }

    private static bool Disposed(JsonDocument json)
    {
        json.Dispose();
        return true;
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
