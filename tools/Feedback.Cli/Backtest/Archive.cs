using System.Text;
using Feedback.Alarms;
using Feedback.Cli.Composition;
using Feedback.Notifications;

namespace Feedback.Cli.Backtest;

/// <summary>
/// Sorts archived events into the order in which they happened, whatever the order of the files. Memory holds only the position of each
/// event (40 bytes); the events themselves are in a temporary file.
/// </summary>
internal sealed class Archive : IDisposable
{
    private const int ProblemsNamed = 10;

    private readonly FileStream _spool = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        1 << 16,
        FileOptions.DeleteOnClose);

    private readonly List<ArchivedEvent> _events = [];
    private readonly List<string> _problems = [];

    private Archive()
    {
    }

    public IReadOnlyList<ArchivedEvent> Events => _events;

    /// <summary>The number of events of other types, such as opens, clicks and CloudWatch alarms.</summary>
    public int Ignored { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>The first unreadable events, with position and reason.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static Archive Read(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var archive = new Archive();
        try
        {
            foreach (var file in files)
            {
                archive.Add(file, cancellationToken);
            }
        }
        catch
        {
            archive.Dispose();
            throw;
        }

        // Events of the same time keep the order in which they were read.
        archive._events.Sort((one, other) => (one.OccurredAt, one.Offset).CompareTo((other.OccurredAt, other.Offset)));
        return archive;
    }

    public string Body(ArchivedEvent of)
    {
        var bytes = new byte[of.Length];
        _spool.Position = of.Offset;
        _spool.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    public void Dispose() => _spool.Dispose();

    private void Add(string file, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (where, body) in ArchiveFile.Read(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(where, body);
            }
        }
        catch (InvalidDataException exception)
        {
            // The file is truncated or damaged. Half an archive must not pass for a whole one.
            throw TextFile.Unreadable(file, exception);
        }
    }

    private void Add(string where, string body)
    {
        switch (NotificationParser.Parse(body))
        {
            case ParsedNotification.Event { Feedback: var feedback }:
                var bytes = Encoding.UTF8.GetBytes(body);
                _events.Add(new ArchivedEvent(feedback.OccurredAt, feedback.Kind, _spool.Position, bytes.Length));
                _spool.Write(bytes);
                break;
            case ParsedNotification.Ignored:
            case ParsedNotification.Unreadable when AlarmParser.IsAlarm(body):
                Ignored++;
                break;
            case ParsedNotification.Unreadable unreadable:
                Unreadable++;
                if (_problems.Count < ProblemsNamed)
                {
                    _problems.Add($"{where}: {unreadable.Reason}");
                }

                break;
        }
    }
}
