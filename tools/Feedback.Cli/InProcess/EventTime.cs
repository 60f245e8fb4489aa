using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Runs the functions in event time. A sweep is due every minute, but only those that could do something are run: the first one of a bucket
/// while a window may still hold mail, those after a batch (only the sweep evaluates the account), and those with something to finish.
/// </summary>
internal sealed class EventTime(EventClock clock, FeedbackBatch batch, Sweep sweep, TransitionLog states, Settings settings)
{
    /// <summary>Lambda's longest invocation. The clock stands still during an invocation.</summary>
    private static readonly TimeSpan Remaining = TimeSpan.FromMinutes(15);

    private DateTimeOffset _sweptUntil;
    private DateTimeOffset _activeUntil;
    private bool _received;

    public int Sweeps { get; private set; }

    /// <summary>Processes one batch of a queue at <paramref name="now"/>. Returns the ids of the messages that failed.</summary>
    public async Task<IReadOnlyList<string>> ReceiveAsync(IReadOnlyList<IncomingMessage> messages, DateTimeOffset now)
    {
        clock.MoveTo(now);
        _received = true;
        _activeUntil = now + settings.Policy.Windows.Max(window => window.Length) + Bucket.Width;
        return await batch.HandleAsync(messages, Remaining);
    }

    /// <summary>Runs the sweep of this full minute, if it is due.</summary>
    public async Task SweepIfDueAsync(DateTimeOffset minute, CancellationToken cancellationToken)
    {
        if (!_received && !states.AnyUnfinished && (Bucket.Of(minute).Start <= _sweptUntil || minute > _activeUntil))
        {
            return;
        }

        clock.MoveTo(minute);
        await sweep.RunAsync(cancellationToken);
        _sweptUntil = Bucket.Of(minute).Start;
        _received = false;
        Sweeps++;
    }

    /// <summary>Runs the sweeps that are due after one minute with events and before the next.</summary>
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
