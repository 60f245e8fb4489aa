using Feedback.Cli.Replay;

namespace Feedback.Cli.Demo;

/// <summary>The files of events/, in the order in which mail has its troubles: first what was sent, in the end the alarms and the sweep.</summary>
internal static class EventsFolder
{
    /// <summary>Each file here has one message among others that nobody can read.</summary>
    public const string Unreadable = "bad";

    private static readonly string[] Folders = ["delivery", "bounce", "complaint", Unreadable, "alarm", "reputation"];

    public static IReadOnlyList<EventFile> Read(string root) =>
    [
        .. Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.json").Order(StringComparer.Ordinal)).Select(file => EventFile.Read(file)),
    ];

    public static bool IsUnreadable(ReplayedFile file) => new FileInfo(file.File).Directory?.Name == Unreadable;
}
