namespace Feedback.Tests.Aws;

/// <summary>A clock that stands still until it is moved; every wait is over when the clock gets there.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Wait> _waits = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var wait = new Wait(this, _now + dueTime, () => callback(state));
            _waits.Add(wait);
            return wait;
        }
    }

    /// <summary>Comes back when so many wait; whoever does I/O first gets there in its own time.</summary>
    internal async Task WaitingAsync(int count)
    {
        while (Waiting != count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    private int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waits.Count;
            }
        }
    }

    internal void Advance(TimeSpan by)
    {
        List<Wait> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _waits.Where(wait => wait.DueAt <= _now).OrderBy(wait => wait.DueAt)];
            _waits.RemoveAll(due.Contains);
        }

        due.ForEach(wait => wait.Over());
    }

    private sealed class Wait(ManualClock clock, DateTimeOffset dueAt, Action over) : ITimer
    {
        internal DateTimeOffset DueAt => dueAt;

        internal void Over() => over();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._waits.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
