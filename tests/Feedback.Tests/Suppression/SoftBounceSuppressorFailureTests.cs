using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Suppression;

/// <summary>What the soft-bounce rule does when entries are broken, writes come too late, or the table is down.</summary>
public sealed class SoftBounceSuppressorFailureTests : SoftBounceHistory
{
    [Fact]
    public async Task UpdateAsync_OneBrokenEntryAmongDeliveries_LooksAtTheOthers()
    {
        await SeeAsync("sssss");
        World.Suppressions.Broken = Address("r7");
        Enumerable.Range(0, 20).ToList().ForEach(i => World.SoftSuppressionLog.Add(Address($"r{i}")));
        var late = Enumerable.Range(0, 20).Select(i => Observe(Evidence.Delivered, $"r{i}", occurredAt: At(9)))
            .Append(Observe(Evidence.Delivered, message: "message-9", occurredAt: At(9)))
            .ToList();
        await World.Recorder().RecordAsync(late, CancellationToken.None);

        await World.Suppressor().UpdateAsync(late, CancellationToken.None);

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_EveryWriteComesTooLate_GivesUpAfterWaits()
    {
        await SeeAsync("ssss");
        World.Suppressions.AlwaysLoses = true;
        var started = World.Clock.Now;

        await SeeOneAsync('s', 4);

        IsSuppressed().ShouldBeFalse();
        World.Faults.Calls.Count(call => call == "suppressions.Replace").ShouldBe(SoftBounceSuppressor.MostAttempts);
        World.Clock.Now.ShouldBeGreaterThan(started);
    }

    [Fact]
    public async Task UpdateAsync_AnotherProcessWritesTheEntry_LooksAgain()
    {
        await SeeAsync("ssss");
        var raced = false;
        World.Faults.Before = call =>
        {
            if (call == "suppressions.Replace" && !raced)
            {
                raced = true;
                var entry = SuppressionEntry.Empty(Address("ann")).Seen(SuppressionReason.HardBounce, At(9), "other");
                World.Suppressions.Put(entry with { Version = 1 });
            }

            return Task.CompletedTask;
        };

        await SeeOneAsync('s', 4);

        raced.ShouldBeTrue();
        World.Suppressions.Of(Address("ann"))!.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.SoftBounceLimit]);
    }

    [Fact]
    public async Task UpdateAsync_OneRecipientFails_UpdatesTheOthers()
    {
        World.SoftBounceLimit = 1;
        var observations = new[] { Observe(Soft, "ann"), Observe(Soft, "ben") };
        await World.Recorder().RecordAsync(observations, CancellationToken.None);
        World.Faults.Fail("outcomes.OfRecipient", times: 1);

        await World.Suppressor().UpdateAsync(observations, CancellationToken.None);

        World.Suppressions.All.Select(e => e.Address).ShouldBe([Address("ben")]);
    }

    [Fact]
    public async Task UpdateAsync_TheTableIsDown_FailsNothing()
    {
        World.Faults.Fail("suppressions.Find");

        await SeeAsync("sssss");

        IsSuppressed().ShouldBeFalse();
    }
}
