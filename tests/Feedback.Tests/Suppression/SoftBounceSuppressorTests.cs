using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Suppression;

public sealed class SoftBounceSuppressorTests : SoftBounceHistory
{
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

        var entry = World.Suppressions.Of(Address("ann"))!;
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
        World.Suppressions.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_LateDeliveryOfAnAddressSuppressedOtherwise_LeavesThatAlone()
    {
        await SeeAsync("ss ss s");
        await SeeOneAsync('h', 7);

        await SeeOneAsync('d', 2);

        World.Suppressions.Of(Address("ann"))!.Reasons.ShouldBe([SuppressionReason.HardBounce]);
    }

    [Fact]
    public async Task UpdateAsync_DeliveryAfterTheRun_LiftsTheSuppression()
    {
        await SeeAsync("sssss");

        await SeeOneAsync('d', 9);

        IsSuppressed().ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateAsync_LimitZero_LooksAtNothing()
    {
        World.SoftBounceLimit = 0;

        await SeeAsync("sssssssss");

        IsSuppressed().ShouldBeFalse();
        World.Faults.CountOf("outcomes.OfRecipient").ShouldBe(0);
    }

    [Fact]
    public async Task UpdateAsync_LedgerHasForgottenTheRun_KeepsTheSuppressionAndItsBeginning()
    {
        SuppressLongAgo();

        await SeeOneAsync('s', 0);

        var cause = World.Suppressions.Of(Address("ann"))!.SoftBounces.ShouldNotBeNull();
        (cause.FirstAt, cause.Count).ShouldBe((World.Noon.AddDays(-60), 7));
        await SeeAsync(" ssss");
        cause = World.Suppressions.Of(Address("ann"))!.SoftBounces.ShouldNotBeNull();
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
        var entry = World.Suppressions.Of(Address("ann"))!;
        World.Suppressions.Put(entry.Removed(scope: null, At(5)) with { Version = entry.Version + 1 });

        await SeeAsync("      ssss");
        IsSuppressed().ShouldBeFalse();
        await SeeOneAsync('s', 10);

        World.Suppressions.Of(Address("ann"))!.SoftBounces.ShouldNotBeNull().FirstAt.ShouldBe(At(6));
    }

    [Fact]
    public void UpdateAsync_AnyOrderOfEvidence_EndsTheSame() => Prop.ForAll(
        (from signs in Gen.Elements('s', 's', 's', 's', 'd').ListOf()
         from order in Gen.Shuffle(signs.Select((sign, at) => (sign, at)).ToArray())
         select (string.Concat(signs), order)).ToArbitrary(),
        c =>
        {
            var (straight, shuffled) = (new SoftBounceSuppressorTests(), new SoftBounceSuppressorTests());
            straight.World.SoftBounceLimit = shuffled.World.SoftBounceLimit = 3;
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
        World.Suppressions.Put(SuppressionEntry.Empty(Address("ann")).WithSoftBounces(run) with { Version = 1 });
        World.SoftSuppressionLog.Add(Address("ann"));
    }
}
