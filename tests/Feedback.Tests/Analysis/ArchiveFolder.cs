using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Tests.Analysis;

/// <summary>Events in files as Firehose writes them: by type and day of arrival, one a line, compressed.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-archive-");

    internal string Path => _folder.FullName.Replace('\\', '/');

    /// <summary>Today's events: the views look back from today.</summary>
    internal void Write(IEnumerable<string> bodies)
    {
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var type in bodies.GroupBy(TypeOf))
        {
            var folder = _folder.CreateSubdirectory($"events/type={type.Key}/day={day}");
            using var file = File.Create(System.IO.Path.Combine(folder.FullName, "feedback-archive-1-00000000-0000-0000-0000-000000000000.gz"));
            using var packed = new GZipStream(file, CompressionLevel.Fastest);
            foreach (var body in type)
            {
                packed.Write(Encoding.UTF8.GetBytes(JsonNode.Parse(body)!.ToJsonString() + "\n"));
            }
        }
    }

    /// <summary>What the query of the template makes of an event; a test compares both.</summary>
    internal static string TypeOf(string body)
    {
        var json = JsonNode.Parse(body)!;
        var type = (string?)json["eventType"] ?? (string?)json["notificationType"] ?? "other";
        return type == "Rendering Failure" ? "RenderingFailure" : type;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
