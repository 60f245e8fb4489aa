namespace Feedback.Cli.Dashboards;

/// <summary>The log of a run, in the order in which it was written. Several threads may write.</summary>
internal sealed class LogEntries
{
    private readonly List<LogEntry> _entries = [];

    public void Add(LogEntry entry)
    {
        lock (_entries)
        {
            _entries.Add(entry);
        }
    }

    public IReadOnlyList<LogEntry> All()
    {
        lock (_entries)
        {
            return [.. _entries];
        }
    }
}
