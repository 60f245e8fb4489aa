using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Recording;

public sealed class CancelledRecordingTests : ILedgerWriter, IDisposable
{
    private readonly CancellationTokenSource _deadline = new();
    private int _writes;

    public void Dispose() => _deadline.Dispose();

    [Fact]
    public async Task RecordAsync_DeadlineBetweenTwoTriesOfATransaction_LeavesItAlone()
    {
        var recorded = await new OutcomeRecorder(this, SuppressionTerms.Default, TimeProvider.System, NullLogger<OutcomeRecorder>.Instance)
            .RecordAsync([Observe(Evidence.Delivered)], _deadline.Token);

        recorded.Observations.ShouldBeEmpty();
        _writes.ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_HardBounce_SaysWhoseEventsBecameMore()
    {
        var world = new World();
        var recorder = world.Recorder();

        var bounced = await recorder.RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);
        var again = await recorder.RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);
        var delivered = await recorder.RecordAsync([Observe(Evidence.Delivered, "another")], CancellationToken.None);

        bounced.Raised.ShouldContain(World.Set);
        again.Raised.ShouldBeEmpty();
        delivered.Raised.ShouldBeEmpty();
    }

    /// <summary>Always finds the items changed, and the deadline passed.</summary>
    async Task<LedgerTransactionResult> ILedgerWriter.WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        _writes++;
        await _deadline.CancelAsync();
        return new LedgerTransactionResult.Stale(new Dictionary<OutcomeKey, Outcome?>(), new Dictionary<EmailAddress, SuppressionEntry?>());
    }
}
