namespace Feedback.Cli.Simulation.Scale;

/// <summary>
/// The machine's clock, ahead of its time: what waits for the next minute can be skipped, and work takes as long as it does. Timers run at the
/// machine's speed.
/// </summary>
internal sealed class SkippingClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    /// <summary>Sets the clock forward. Does nothing if the time has passed already.</summary>
    public void SkipTo(DateTimeOffset time)
    {
        var skipped = time - GetUtcNow();
        if (skipped > TimeSpan.Zero)
        {
            Interlocked.Add(ref _ahead, skipped.Ticks);
        }
    }
}
