using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Suppression;

public sealed class SoftBounceSuppressorTests
{
    private const Evidence Soft = Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit;

    private readonly World _world = new();

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task UpdateAsync_SoftBouncesInARow_SuppressFromTheLimitOn(int bounces, bool suppressed)
    {
        await SeeAsync(new string('s', bounces));

        IsSuppressed().ShouldBe(suppressed);
    }

    [Fact]
    public async Task UpdateAsync_OneMoreSoftBounce_MovesTheCauseAndSoTheEnd()
    {
        await SeeAsync("ssssss");

        var entry = _world.Suppressions.Of(Address("ann"))!;
        entry.SoftBounces.ShouldBe(new EventCause(
            At(0), 6, new SuppressionEvent(At(5), "message-5", ConfigurationSet: World.SetName), At(5) + TimeSpan.FromDays(14) + TimeSpan.FromHours(5)));
    }

    [Fact]
    public async Task UpdateAsync_DeliveryBetweenSoftBounces_DoesNotSuppress()
    {
        await SeeAsync("ssssdssss");

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_DeliveryBetweenSoftBouncesRecordedLate_LiftsTheSuppression()
    {
        await SeeAsync("ss ss s");
        IsSuppressed().ShouldBeTrue();

        await SeeOneAsync('d', 2);

        IsSuppressed().ShouldBeFalse();
        _world.Suppressions.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_LateDeliveryOfAnAddressSuppressedOtherwise_LeavesThatAlone()
    {
        await SeeAsync("ss ss s");
        await SeeOneAsync('h', 7);

        await SeeOneAsync('d', 2);

        _world.Suppressions.Of(Address("ann"))!.Reasons.ShouldBe([SuppressionReason.HardBounce]);
    }

    [Fact]
    public async Task UpdateAsync_DeliveryAfterTheRun_LiftsTheSuppression()
    {
        await SeeAsync("sssss");

        await SeeOneAsync('d', 9);

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_OneBrokenEntryAmongDeliveries_LooksAtTheOthers()
    {
        await SeeAsync("sssss");
        _world.Suppressions.Broken = Address("r7");
        Enumerable.Range(0, 20).ToList().ForEach(i => _world.SoftSuppressionLog.Add(Address($"r{i}")));
        var late = Enumerable.Range(0, 20).Select(i => Observe(Evidence.Delivered, $"r{i}", occurredAt: At(9)))
            .Append(Observe(Evidence.Delivered, message: "message-9", occurredAt: At(9)))
            .ToList();
        await _world.Recorder().RecordAsync(late, CancellationToken.None);

        await _world.Suppressor().UpdateAsync(late, CancellationToken.None);

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_EveryWriteComesTooLate_GivesUpAfterWaits()
    {
        await SeeAsync("ssss");
        _world.Suppressions.AlwaysLoses = true;
        var started = _world.Clock.Now;

        await SeeOneAsync('s', 4);

        IsSuppressed().ShouldBeFalse();
        _world.Faults.Calls.Count(call => call == "suppressions.Replace").ShouldBe(SoftBounceSuppressor.MostAttempts);
        _world.Clock.Now.ShouldBeGreaterThan(started);
    }

    [Fact]
    public async Task UpdateAsync_LimitZero_LooksAtNothing()
    {
        _world.SoftBounceLimit = 0;

        await SeeAsync("sssssssss");

        IsSuppressed().ShouldBeFalse();
        _world.Faults.CountOf("outcomes.OfRecipient").ShouldBe(0);
    }

    [Fact]
    public async Task UpdateAsync_AnotherProcessWritesTheEntry_LooksAgain()
    {
        await SeeAsync("ssss");
        var raced = false;
        _world.Faults.Before = call =>
        {
            if (call == "suppressions.Replace" && !raced)
            {
                raced = true;
                var entry = SuppressionEntry.Empty(Address("ann")).Seen(SuppressionReason.HardBounce, At(9), "other");
                _world.Suppressions.Put(entry with { Version = 1 });
            }

            return Task.CompletedTask;
        };

        await SeeOneAsync('s', 4);

        raced.ShouldBeTrue();
        _world.Suppressions.Of(Address("ann"))!.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.SoftBounceLimit]);
    }

    [Fact]
    public async Task UpdateAsync_OneRecipientFails_UpdatesTheOthers()
    {
        _world.SoftBounceLimit = 1;
        var observations = new[] { Observe(Soft, "ann"), Observe(Soft, "ben") };
        await _world.Recorder().RecordAsync(observations, CancellationToken.None);
        _world.Faults.Fail("outcomes.OfRecipient", times: 1);

        await _world.Suppressor().UpdateAsync(observations, CancellationToken.None);

        _world.Suppressions.All.Select(e => e.Address).ShouldBe([Address("ben")]);
    }

    [Fact]
    public async Task UpdateAsync_TheTableIsDown_FailsNothing()
    {
        _world.Faults.Fail("suppressions.Find");

        await SeeAsync("sssss");

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_LedgerHasForgottenTheRun_KeepsTheSuppressionAndItsBeginning()
    {
        SuppressLongAgo();

        await SeeOneAsync('s', 0);

        var cause = _world.Suppressions.Of(Address("ann"))!.SoftBounces.ShouldNotBeNull();
        (cause.FirstAt, cause.Count).ShouldBe((World.Noon.AddDays(-60), 7));
        await SeeAsync(" ssss");
        cause = _world.Suppressions.Of(Address("ann"))!.SoftBounces.ShouldNotBeNull();
        (cause.FirstAt, cause.Last.OccurredAt, cause.Until).ShouldBe((World.Noon.AddDays(-60), At(4), At(4).AddDays(14) + (At(4) - World.Noon.AddDays(-60))));
    }

    [Fact]
    public async Task UpdateAsync_DeliveryAfterAForgottenRun_LiftsTheSuppression()
    {
        SuppressLongAgo();

        await SeeOneAsync('d', 0);

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_OperatorRemovedTheAddress_CountsFromThere()
    {
        await SeeAsync("sssss");
        var entry = _world.Suppressions.Of(Address("ann"))!;
        _world.Suppressions.Put(entry.Removed(scope: null, At(5)) with { Version = entry.Version + 1 });

        await SeeAsync("      ssss");
        IsSuppressed().ShouldBeFalse();
        await SeeOneAsync('s', 10);

        _world.Suppressions.Of(Address("ann"))!.SoftBounces.ShouldNotBeNull().FirstAt.ShouldBe(At(6));
    }

    [Fact]
    public void UpdateAsync_AnyOrderOfEvidence_EndsTheSame() => Prop.ForAll(
        (from signs in Gen.Elements('s', 's', 's', 's', 'd').ListOf()
         from order in Gen.Shuffle(signs.Select((sign, at) => (sign, at)).ToArray())
         select (string.Concat(signs), order)).ToArbitrary(),
        c =>
        {
            var (straight, shuffled) = (new SoftBounceSuppressorTests(), new SoftBounceSuppressorTests());
            straight._world.SoftBounceLimit = shuffled._world.SoftBounceLimit = 3;
            straight.SeeAsync(c.Item1).GetAwaiter().GetResult();
            foreach (var (sign, at) in c.order)
            {
                shuffled.SeeOneAsync(sign, at).GetAwaiter().GetResult();
            }

            shuffled.Reasons().ShouldBe(straight.Reasons());
        }).Check(Config.QuickThrowOnFailure);

    /// <summary>A suppression that outlasts the ledger's memory of its run.</summary>
    private void SuppressLongAgo()
    {
        var first = World.Noon.AddDays(-60);
        var run = new EventCause(first, 7, new SuppressionEvent(first.AddDays(20), "long-ago"), World.Noon.AddDays(30));
        _world.Suppressions.Put(SuppressionEntry.Empty(Address("ann")).WithSoftBounces(run) with { Version = 1 });
        _world.SoftSuppressionLog.Add(Address("ann"));
    }

    /// <summary>Records events an hour apart, one after the other; a blank is an hour without an event.</summary>
    private async Task SeeAsync(string history)
    {
        for (var at = 0; at < history.Length; at++)
        {
            await SeeOneAsync(history[at], at);
        }
    }

    private async Task SeeOneAsync(char sign, int at)
    {
        if (sign == ' ')
        {
            return;
        }

        var evidence = sign switch { 's' => Soft, 'd' => Evidence.Delivered, _ => Evidence.HardBounced };
        Observation[] observations = [Observe(evidence, message: $"message-{at}", occurredAt: At(at))];
        await _world.Recorder().RecordAsync(observations, CancellationToken.None);
        await _world.Suppressor().UpdateAsync(observations, CancellationToken.None);
    }

    private static DateTimeOffset At(int hour) => World.Noon - TimeSpan.FromDays(10) + TimeSpan.FromHours(hour);

    private bool IsSuppressed() => Reasons().Contains("SoftBounceLimit", StringComparison.Ordinal);

    private string Reasons() =>
        string.Join(", ", _world.Suppressions.Of(Address("ann"))?.Causes.Select(c => $"{c.Key} {c.Value}") ?? []);
}
