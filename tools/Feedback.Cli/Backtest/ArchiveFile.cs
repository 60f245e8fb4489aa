using System.Text.Json;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Backtest;

/// <summary>
/// Reads message bodies out of a file: a line each, where each line is JSON of its own, else the whole file as one document. Either may be
/// an event of Lambda with records of a queue, an array, or one of SES's events in any wrapping.
/// </summary>
internal static class ArchiveFile
{
    /// <summary>Each with where it stands, for people. The file is never held whole unless it is one document.</summary>
    /// <exception cref="UsageException">It can't be read, or holds no JSON.</exception>
    public static IEnumerable<(string Where, string Body)> Read(string path) => IsInLines(path) ? Lines(path) : Document(path);

    private static bool IsInLines(string path)
    {
        using var reader = Open(path);
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
        using var reader = Open(path);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            foreach (var body in Bodies(line))
                yield return ($"{path}:{number}", body);
        }
    }

    private static IEnumerable<(string Where, string Body)> Document(string path)
    {
        using var reader = Open(path);
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
            return record.ValueKind == JsonValueKind.Object && record.TryGetProperty("body", out var body) ? body.GetString() ?? "" : "";
        }
        catch (InvalidOperationException)
        {
            // Not a string of .NET's: unreadable, as it is for the functions.
            return "";
        }
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

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }
    }
}
