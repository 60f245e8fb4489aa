using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Suppression;

/// <summary>A delivery lifts a soft-bounce suppression at once, whichever process records it and when, and costs others nothing.</summary>
public sealed class SoftBounceDeliveryTests
{
    private const Evidence Soft = Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit;

    private readonly World _world = new();

    [Fact]
    public async Task UpdateAsync_DeliveriesToOtherAddresses_CostOneReadOfTheLogABatch()
    {
        await SuppressAsync();
        var others = Enumerable.Range(0, 500).Select(i => Observe(Evidence.Delivered, $"r{i}", occurredAt: World.Noon)).ToList();
        var before = _world.Faults.Calls.Count;

        await _world.Suppressor().UpdateAsync(others, CancellationToken.None);

        _world.Faults.Calls.Skip(before).ShouldBe(["softSuppressions.Read"]);
    }

    [Fact]
    public async Task UpdateAsync_PromptDeliveryOfASuppressedAddress_LiftsTheSuppressionAtOnce()
    {
        await SuppressAsync();
        IsSuppressed().ShouldBeTrue();

        await DeliverAsync(_world.Suppressor());

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_DeliveryAtAnyPointOfTheSuppression_LiftsIt()
    {
        for (var point = 0; ; point++)
        {
            var test = new SoftBounceDeliveryTests();
            var reached = await test.DeliverWhileSuppressingAsync(point);
            test.IsSuppressed().ShouldBeFalse($"before call {point}");
            if (!reached)
            {
                point.ShouldBeGreaterThan(6);
                return;
            }
        }
    }

    [Fact]
    public async Task UpdateAsync_TheProcessThatSuppressesEndsAtAnyPoint_TheDeliveryAndARepeatLiftIt()
    {
        for (var call = 1; call < 20; call++)
        {
            var test = new SoftBounceDeliveryTests();
            await test.BounceAsync(bounces: 4);
            test._world.Faults.CrashAt(test._world.Faults.Calls.Count + call, done: true);
            await Record.ExceptionAsync(() => test.BounceAsync(bounces: 1, from: 4));
            test._world.Faults.Restart();
            await test.DeliverAsync(test._world.Suppressor());
            await test.BounceAsync(bounces: 1, from: 4); // its message comes again

            test.IsSuppressed().ShouldBeFalse($"after call {call}");
        }
    }

    [Fact]
    public async Task UpdateAsync_TheLogCannotBeRead_FailsNothingAndReadsItAllTheNextTime()
    {
        await SuppressAsync();
        var suppressor = _world.Suppressor();
        _world.Faults.Fail("softSuppressions.Read", times: 1);
        await suppressor.UpdateAsync([Observe(Evidence.Delivered, "ben")], CancellationToken.None);

        await DeliverAsync(suppressor);

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_AnEntryThatIsSeenLate_IsReadAllTheSame()
    {
        var suppressor = _world.Suppressor();
        await SuppressAsync();
        _world.Clock.Advance(SoftSuppressions.Overlap - TimeSpan.FromSeconds(1));
        await suppressor.UpdateAsync([Observe(Evidence.Delivered, "ben")], CancellationToken.None);
        _world.SoftSuppressionLog.AddLate(Address("cleo"), World.Noon);
        var before = _world.Faults.Calls.Count;

        await suppressor.UpdateAsync([Observe(Evidence.Delivered, "cleo")], CancellationToken.None);

        _world.Faults.Calls.Skip(before).ShouldBe(["softSuppressions.Read", "suppressions.Find"]);
    }

    /// <summary>Another process, which has read the log before, records a delivery before the given call of the one that suppresses.</summary>
    private async Task<bool> DeliverWhileSuppressingAsync(int point)
    {
        await BounceAsync(bounces: 4);
        var other = _world.Suppressor();
        await other.UpdateAsync([Observe(Evidence.Delivered, "ben")], CancellationToken.None);
        var (calls, reached) = (0, false);
        _world.Faults.Before = async _ =>
        {
            if (calls++ == point)
            {
                reached = true;
                await DeliverAsync(other);
            }
        };
        await BounceAsync(bounces: 1, from: 4);
        _world.Faults.Before = null;
        if (!reached)
        {
            await DeliverAsync(other);
        }

        return reached;
    }

    private async Task DeliverAsync(SoftBounceSuppressor suppressor)
    {
        Observation[] delivery = [Observe(Evidence.Delivered, message: "message-9", occurredAt: World.Noon)];
        await _world.Recorder().RecordAsync(delivery, CancellationToken.None);
        await suppressor.UpdateAsync(delivery, CancellationToken.None);
    }

    private Task SuppressAsync() => BounceAsync(bounces: 5);

    private async Task BounceAsync(int bounces, int from = 0)
    {
        for (var number = from; number < from + bounces; number++)
        {
            Observation[] bounce = [Observe(Soft, message: $"message-{number}", occurredAt: World.Noon.AddDays(-10).AddHours(number))];
            await _world.Recorder().RecordAsync(bounce, CancellationToken.None);
            await _world.Suppressor().UpdateAsync(bounce, CancellationToken.None);
        }
    }

    private bool IsSuppressed() => _world.Suppressions.Of(Address("ann"))?.SoftBounces is not null;
}
