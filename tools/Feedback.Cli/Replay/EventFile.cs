using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Cli.Running;

namespace Feedback.Cli.Replay;

/// <summary>A file of events: one of Lambda's (with Records, or of the schedule), one of SES's, an array or a line each of SES's.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Payloads">In order.</param>
internal sealed record EventFile(string Path, IReadOnlyList<Payload> Payloads)
{
    /// <param name="path">The file.</param>
    /// <param name="function">The function to give it to; by default, the one its folder is named after, else the one it is for.</param>
    /// <exception cref="UsageException">It can't be read, or holds none of these.</exception>
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
