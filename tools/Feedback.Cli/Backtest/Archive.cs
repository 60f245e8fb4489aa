using System.Text;
using Feedback.Notifications;

namespace Feedback.Cli.Backtest;

/// <summary>
/// Events in the order in which they happened, whatever order the files are in. Only where each one is stays in memory (40 bytes); the
/// events themselves wait in a temporary file.
/// </summary>
internal sealed class Archive : IDisposable
{
    private const int ProblemsNamed = 10;

    private readonly FileStream spool = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private readonly List<ArchivedEvent> events = [];
    private readonly List<string> problems = [];

    private Archive()
    {
    }

    public IReadOnlyList<ArchivedEvent> Events => events;

    /// <summary>Opens, clicks and the like.</summary>
    public int Ignored { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>The first of the unreadable ones, with where they stand and why.</summary>
    public IReadOnlyList<string> Problems => problems;

    public static Archive Read(IEnumerable<string> files, CancellationToken cancellation)
    {
        var archive = new Archive();
        try
        {
            foreach (var (where, body) in files.SelectMany(ArchiveFile.Read))
            {
                cancellation.ThrowIfCancellationRequested();
                archive.Add(where, body);
            }
        }
        catch
        {
            archive.Dispose();
            throw;
        }

        // Of two at the same time, the one that was read first.
        archive.events.Sort((one, other) => (one.OccurredAt, one.Offset).CompareTo((other.OccurredAt, other.Offset)));
        return archive;
    }

    public string Body(ArchivedEvent of)
    {
        var bytes = new byte[of.Length];
        spool.Position = of.Offset;
        spool.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    public void Dispose() => spool.Dispose();

    private void Add(string where, string body)
    {
        switch (NotificationReader.Read(body))
        {
            case Reading.Event { Feedback: var feedback }:
                var bytes = Encoding.UTF8.GetBytes(body);
                events.Add(new ArchivedEvent(feedback.OccurredAt, feedback.Kind, spool.Position, bytes.Length));
                spool.Write(bytes);
                break;
            case Reading.Ignored:
                Ignored++;
                break;
            case Reading.Unreadable unreadable:
                Unreadable++;
                if (problems.Count < ProblemsNamed)
                    problems.Add($"{where}: {unreadable.Reason}");
                break;
        }
    }
}
