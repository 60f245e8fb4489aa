using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Local;

namespace Feedback.Tests.Shared;

/// <summary>The payloads under <c>events/</c>, by their path from there.</summary>
internal static partial class SamplePayloads
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "events");

    // All samples date from the morning of one day. One shift for the whole run, so that a file read twice is the same event.
    private static readonly TimeSpan Age = TimeProvider.System.GetUtcNow() - new DateTimeOffset(2026, 11, 18, 13, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<string> All() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    internal static IReadOnlyList<string> In(params string[] folders) => [.. All().Where(file => folders.Contains(file.Split('/')[0], StringComparer.Ordinal))];

    /// <summary>Those with records of SQS, whichever function they are for.</summary>
    internal static IReadOnlyList<string> OfQueues() => In("bounce", "complaint", "delivery", "bad");

    internal static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The file as if it had happened this morning: windows look back a week at most, and counters expire.</summary>
    internal static string Fresh(string file) => DayAndTime().Replace(Text(file), match => Shifted(match.Value));

    internal static JsonArray Records(string file) => RecordsOf(Text(file));

    internal static JsonArray RecordsOf(string payload) => JsonNode.Parse(payload)!["Records"]!.AsArray();

    private static string Shifted(string time) =>
        (DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) + Age)
            .ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex("2026-11-18T[0-9]{2}:[0-9]{2}:[0-9]{2}", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex DayAndTime();
}
