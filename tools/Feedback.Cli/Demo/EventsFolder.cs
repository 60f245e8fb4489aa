using Feedback.Cli.Replay;

namespace Feedback.Cli.Demo;

/// <summary>Reads the files of events/, in the order in which they would happen: first deliveries, at the end alarms and the sweep.</summary>
internal static class EventsFolder
{
    /// <summary>In each file here one message among others is unreadable.</summary>
    public const string Unreadable = "bad";

    private static readonly string[] Folders = ["delivery", "bounce", "complaint", Unreadable, "alarm", "reputation"];

    public static IReadOnlyList<EventFile> Read(string root) =>
    [
        .. Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.json").Order(StringComparer.Ordinal))
            .Select(file => EventFile.Read(file)),
    ];

    public static bool IsUnreadable(ReplayedFile file) => new FileInfo(file.File).Directory?.Name == Unreadable;
}
