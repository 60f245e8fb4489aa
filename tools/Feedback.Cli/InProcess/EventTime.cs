using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Runs the functions in event time. The sweep is due every minute, but only those are run in which it could do anything: the first of a
/// bucket, as long as a window may still hold mail, those after a batch (nothing else judges the account), and those with something to finish.
/// </summary>
internal sealed class EventTime(EventClock clock, DeliveryBatch batch, Sweep sweep, TransitionLog states, Settings settings)
{
    /// <summary>As long as Lambda's longest invocation; the clock stands still meanwhile.</summary>
    private static readonly TimeSpan Remaining = TimeSpan.FromMinutes(15);

    private DateTimeOffset _sweptUntil;
    private DateTimeOffset _activeUntil;
    private bool _received;

    public int Sweeps { get; private set; }

    /// <summary>One batch of whatever queue, at <paramref name="now"/>. Returns the ids of messages that were left in it.</summary>
    public async Task<IReadOnlyList<string>> ReceiveAsync(IReadOnlyList<IncomingMessage> messages, DateTimeOffset now)
    {
        clock.MoveTo(now);
        _received = true;
        _activeUntil = now + settings.Policy.Windows.Max(window => window.Length) + Bucket.Width;
        return await batch.HandleAsync(messages, Remaining);
    }

    /// <summary>The sweep of this full minute, if it is due.</summary>
    public async Task SweepIfDueAsync(DateTimeOffset minute, CancellationToken cancellationToken)
    {
        if (!_received && !states.AnyUnfinished && (Bucket.Of(minute).Start <= _sweptUntil || minute > _activeUntil))
            return;
        clock.MoveTo(minute);
        await sweep.RunAsync(cancellationToken);
        _sweptUntil = Bucket.Of(minute).Start;
        _received = false;
        Sweeps++;
    }

    /// <summary>The sweeps that are due between two minutes in which events arrive: after the one, before the other.</summary>
    public async Task SweepBetweenAsync(DateTimeOffset after, DateTimeOffset before, CancellationToken cancellationToken)
    {
        for (var minute = Next(after); minute < before; minute = Next(minute))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await SweepIfDueAsync(minute, cancellationToken);
        }

        DateTimeOffset Next(DateTimeOffset minute) =>
            states.AnyUnfinished ? minute + TimeSpan.FromMinutes(1)
            : minute >= _activeUntil ? before
            : Bucket.Of(minute).End;
    }
}
