namespace Feedback.Tests.Shared;

/// <summary>
/// A clock that stands still until a test moves it. Waits end when the clock gets there, except those no longer than
/// <paramref name="skipped"/>: they end at once and move the clock, as the pauses between two tries.
/// </summary>
internal sealed class TestClock(DateTimeOffset start, TimeSpan skipped = default) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal DateTimeOffset Now => GetUtcNow();

    private int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        if (dueTime >= TimeSpan.Zero && dueTime <= skipped)
        {
            Advance(dueTime);
        }

        return timer;
    }

    internal void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueAt <= _now).OrderBy(timer => timer.DueAt)];
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Returns when that many waits are pending. Code under test that does I/O first gets there in its own time.</summary>
    internal async Task WaitingAsync(int count)
    {
        while (Waiting != count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), System);
        }
    }

    private sealed class Timer(TestClock clock, Action fire) : ITimer
    {
        internal DateTimeOffset DueAt { get; private set; }

        internal void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
