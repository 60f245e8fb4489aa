namespace Feedback.Local.Services;

/// <summary>Allows a maximum number of calls in any period of the given length; refused calls don't count.</summary>
internal sealed class CallRate(int calls, TimeSpan period)
{
    private readonly Queue<DateTimeOffset> _taken = new();

    public bool Takes(DateTimeOffset now)
    {
        while (_taken.TryPeek(out var oldest) && now - oldest >= period)
        {
            _taken.Dequeue();
        }

        if (_taken.Count >= calls)
        {
            return false;
        }

        _taken.Enqueue(now);
        return true;
    }
}
