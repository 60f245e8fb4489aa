using System.Text.Json.Nodes;

namespace Feedback.Tests.Events;

/// <summary>The payloads under <c>events/</c>, by their path from there.</summary>
internal static class EventFiles
{
    private static readonly string Folder = Path.Combine(Root(), "events");

    internal static IEnumerable<string> All() => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/'));

    /// <summary>Those with records of SQS, whichever function they are for.</summary>
    internal static IEnumerable<string> OfQueues() =>
        All().Where(file => file.Split('/')[0] is "bounce" or "complaint" or "delivery" or "bad");

    internal static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    internal static JsonArray Records(string file) => JsonNode.Parse(Text(file))!["Records"]!.AsArray();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Feedback.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
