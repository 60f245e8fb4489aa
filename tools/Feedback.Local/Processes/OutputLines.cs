namespace Feedback.Local.Processes;

/// <summary>The last lines of a process's output. Older lines are dropped, so that memory stays bounded.</summary>
/// <param name="written">Called for each line as it comes, on the reader's thread.</param>
internal sealed class OutputLines(int capacity = 5_000, Action<string>? written = null)
{
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            if (_lines.Count == capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }

        written?.Invoke(line);
    }

    public IReadOnlyList<string> All()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    public IReadOnlyList<string> Last(int count)
    {
        lock (_lines)
        {
            return [.. _lines.Skip(Math.Max(0, _lines.Count - count))];
        }
    }
}
