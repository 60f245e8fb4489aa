namespace Feedback.Local.Processes;

/// <summary>The last lines a process wrote; older ones are let go, so that a chatty function can run all day.</summary>
/// <param name="written">Called for each line as it comes, on the reader's thread.</param>
internal sealed class OutputLines(int capacity = 5_000, Action<string>? written = null)
{
    private readonly Queue<string> lines = new();

    public void Add(string line)
    {
        lock (lines)
        {
            if (lines.Count == capacity)
                lines.Dequeue();
            lines.Enqueue(line);
        }

        written?.Invoke(line);
    }

    public IReadOnlyList<string> All()
    {
        lock (lines)
            return [.. lines];
    }

    public IReadOnlyList<string> Last(int count)
    {
        lock (lines)
            return [.. lines.Skip(Math.Max(0, lines.Count - count))];
    }
}
