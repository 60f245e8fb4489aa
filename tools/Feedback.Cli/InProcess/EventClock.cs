namespace Feedback.Cli.InProcess;

/// <summary>
/// A clock set by the events. It stands still while work is done, so deadlines never fire; short waits between retries pass at once.
/// </summary>
internal sealed class EventClock : TimeProvider
{
    private static readonly TimeSpan PassesAtOnce = TimeSpan.FromSeconds(2);

    private long _ticks = DateTimeOffset.UnixEpoch.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset time) => Volatile.Write(ref _ticks, time.UtcTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.Zero && dueTime <= PassesAtOnce
            ? System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            : new Standing();

    private sealed class Standing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // There is no timer to stop.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
