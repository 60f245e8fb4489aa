using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Cli.Running;

namespace Feedback.Cli.Replay;

/// <summary>A file of events: a Lambda event (with Records, or of the schedule), or SES events: one, an array, or one a line.</summary>
/// <param name="Path">The path as it was given.</param>
/// <param name="Payloads">The payloads in order.</param>
internal sealed record EventFile(string Path, IReadOnlyList<Payload> Payloads)
{
    /// <param name="path">The file.</param>
    /// <param name="function">The function to invoke; by default the one that the folder is named after, otherwise the one the events are for.</param>
    /// <exception cref="UsageException">The file can't be read or holds no events.</exception>
    public static EventFile Read(string path, string? function = null)
    {
        var text = TextFile.Read(path);
        function ??= FeedbackFunctions.Named(new FileInfo(path).Directory?.Name ?? "");
        try
        {
            using var json = JsonDocument.Parse(text);
            return new EventFile(path, OfDocument(json.RootElement, text, function));
        }
        catch (JsonException)
        {
            return new EventFile(path, OfLines(path, text, function));
        }
    }

    private static IReadOnlyList<Payload> OfDocument(JsonElement root, string text, string? function) => root switch
    {
        { ValueKind: JsonValueKind.Array } => SesEvents.Batches(root.EnumerateArray().Select(item => item.GetRawText()), function),
        { ValueKind: JsonValueKind.Object } when LambdaEvent.Read(root, text, function) is { } payload => [payload],
        _ => SesEvents.Batches([text], function),
    };

    private static IReadOnlyList<Payload> OfLines(string path, string text, string? function)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Any(line => line is ['{', .., '}'])
            ? SesEvents.Batches(lines, function)
            : throw new UsageException($"{path}: holds neither an event of Lambda nor events of SES, one a line.");
    }
}
