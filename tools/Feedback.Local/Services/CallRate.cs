namespace Feedback.Local.Services;

/// <summary>At most so many calls in any period of the given length; refused calls don't count.</summary>
internal sealed class CallRate(int calls, TimeSpan period)
{
    private readonly Queue<DateTimeOffset> taken = new();

    public bool Takes(DateTimeOffset now)
    {
        while (taken.TryPeek(out var oldest) && now - oldest >= period)
            taken.Dequeue();

        if (taken.Count >= calls)
            return false;

        taken.Enqueue(now);
        return true;
    }
}
