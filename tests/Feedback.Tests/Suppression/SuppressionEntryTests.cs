using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Suppression;

public sealed class SuppressionEntryTests
{
    private const SuppressionReason Hard = SuppressionReason.HardBounce;
    private static readonly TimeSpan Retention = TimeSpan.FromDays(35);
    private static readonly SuppressionEntry Empty = SuppressionEntry.Empty(Sample.Address("ann"));
    private static readonly DateTimeOffset Noon = World.Noon;

    [Fact]
    public void With_TwoEventsInEitherOrder_KeepsTheFirstTimeAndTheLaterEvent()
    {
        var (one, other) = (Empty.Seen(Hard, Noon, "b").Seen(Hard, Noon.AddDays(1), "a"), Empty.Seen(Hard, Noon.AddDays(1), "a").Seen(Hard, Noon, "b"));

        one.SaysTheSameAs(other).ShouldBeTrue();
        var cause = one.Events(Hard);
        (cause.FirstAt, cause.Count, cause.Last.MessageId).ShouldBe((Noon, 2, "a"));
    }

    [Fact]
    public void With_TwoEventsAtOnce_KeepsTheSameInEitherOrder() => Empty
        .Seen(SuppressionReason.Complaint, Noon, "a").Seen(SuppressionReason.Complaint, Noon, "b")
        .SaysTheSameAs(Empty.Seen(SuppressionReason.Complaint, Noon, "b").Seen(SuppressionReason.Complaint, Noon, "a"))
        .ShouldBeTrue();

    [Fact]
    public void With_TheSameEventAgain_ChangesNothing() =>
        Empty.Seen(Hard, Noon).Seen(Hard, Noon, isNewMessage: false).SaysTheSameAs(Empty.Seen(Hard, Noon)).ShouldBeTrue();

    [Theory]
    [InlineData("HardBounce", "*")]
    [InlineData("SesGlobalList", "*")]
    [InlineData("AccountSuppressionList", "*")]
    [InlineData("TenantSuppressionList", "*")]
    [InlineData("EmailValidation", "*")]
    [InlineData("SoftBounceLimit", "*")]
    [InlineData("Complaint", "news")]
    [InlineData("Unsubscribed", "news")]
    public void With_ASet_HoldsThereOnlyIfTheReasonIsAboutTheStream(string reason, string scope) =>
        Empty.Seen(Enum.Parse<SuppressionReason>(reason), Noon, set: "news").Causes.Keys.ShouldHaveSingleItem().Scope.ToString().ShouldBe(scope);

    [Fact]
    public void With_MoreSetsThanAnItemTakes_HoldsEverywhere()
    {
        var entry = Enumerable.Range(0, 150).Aggregate(Empty, (e, i) => e.Seen(SuppressionReason.Unsubscribed, Noon, set: $"set-{i}"));

        entry.Causes.Count.ShouldBe(SuppressionEntry.MostScopes + 1);
        SuppressionAnswer.Ask(entry, Set("set-149"), Noon).ShouldBeOfType<SuppressionAnswer.Suppressed>().Scope.ShouldBe(SuppressionScope.Everywhere);
    }

    [Fact]
    public void With_AddressInAnotherSpelling_KeepsItAsReported()
    {
        var entry = SuppressionEntry.Empty(Sample.Address("Ann <ANN@Example.org>")).Seen(Hard, Noon);

        (entry.Address.Value, entry.Reported).ShouldBe(("ann@example.org", "ANN@Example.org"));
    }

    [Fact]
    public void Removed_EventsOfBefore_NoLongerSuppressAndLaterOnesDo()
    {
        var removed = Empty.Seen(Hard, Noon).Removed(scope: null, Noon.AddHours(1));

        removed.Causes.ShouldBeEmpty();
        removed.Seen(Hard, Noon.AddHours(1)).Causes.ShouldBeEmpty();
        removed.Seen(Hard, Noon.AddHours(2)).Reasons.ShouldBe([Hard]);
        removed.NeededUntil(Retention).ShouldBe(Noon.AddHours(1) + Retention);
    }

    [Fact]
    public void Removed_OneScope_LeavesTheOthersAndTheAllowance()
    {
        var both = Empty.Seen(Hard, Noon).Seen(SuppressionReason.Unsubscribed, Noon, set: "news").Allowed(new Allowance(Noon, "eve", "test", null));

        var removed = both.Removed(Set("news"), Noon);

        removed.Reasons.ShouldBe([Hard]);
        removed.Allowance.ShouldNotBeNull();
        both.Removed(scope: null, Noon).Allowance.ShouldBeNull();
    }

    [Fact]
    public void Added_WithAnAllowance_EndsItAndAnEventChangesNeither()
    {
        var order = new OperatorCause(Noon, "eve", "asked by phone", until: null);
        var entry = Empty.Allowed(new Allowance(Noon, "eve", "test", null)).Added(Set("news"), order);

        entry.Allowance.ShouldBeNull();
        entry.Seen(Hard, Noon).Seen(SuppressionReason.Complaint, Noon, set: "news").Causes[SuppressionKey.Of(SuppressionReason.Manual, Set("news"))]
            .ShouldBe(order);
    }

    [Fact]
    public void Stored_ACauseOfTheWrongKind_IsRefused() => Should.Throw<ArgumentException>(() => SuppressionEntry.Stored(
        Empty.Address,
        null,
        [KeyValuePair.Create(SuppressionKey.Of(Hard, default), (SuppressionCause)new OperatorCause(Noon, "eve", "x", null))],
        null,
        [],
        1));

    /// <summary>What an import relies on: its lines may come in any order, and more than once.</summary>
    [Fact]
    public void Restored_LinesInAnyOrderAndTwice_GiveTheSameEntry() => Prop.ForAll(
        (from lines in Lines.NonEmptyListOf() from shuffled in Gen.Shuffle(lines.Concat(lines).ToArray()) select (lines, shuffled)).ToArbitrary(),
        c => c.lines.Aggregate(Empty, (entry, add) => add(entry)).SaysTheSameAs(c.shuffled.Aggregate(Empty, (entry, add) => add(entry))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static readonly Gen<Func<SuppressionEntry, SuppressionEntry>> Lines =
        from kind in Gen.Choose(0, 3)
        from set in Gen.Elements(null, "news")
        from days in Gen.Choose(0, 2)
        from text in Gen.Elements("a", "b")
        from until in Gen.Elements<int?>(null, 30, 40)
        select kind switch
        {
            0 => (Func<SuppressionEntry, SuppressionEntry>)(entry => entry.Imported(SuppressionScope.Of(set), Order(days, text, until))),
            1 => entry => entry.Restored(SuppressionKey.Of(SuppressionReason.Imported, SuppressionScope.Of(set)), Order(days, text, until)),
            2 => entry => entry.Restored(SuppressionKey.Of(SuppressionReason.Manual, SuppressionScope.Of(set)), Order(days, text, until)),
            _ => entry => entry.Restored(
                SuppressionKey.Of(SuppressionReason.Complaint, SuppressionScope.Of(set)),
                new EventCause(Noon.AddDays(days), days + 1, new SuppressionEvent(Noon.AddDays(days), text), until is { } end ? Noon.AddDays(end) : null)),
        };

    private static OperatorCause Order(int days, string text, int? until) =>
        new(Noon.AddDays(days), "eve", text, until is { } end ? Noon.AddDays(end) : null);

    [Theory]
    [InlineData("HardBounce", null)]
    [InlineData("Complaint", null)]
    [InlineData("Unsubscribed", null)]
    [InlineData("SesGlobalList", 14)]
    [InlineData("SoftBounceLimit", 49)] // the ledger's memory longer
    public void NeededUntil_OneReason_IsItsEndOrNever(string reason, int? days) => Empty.Seen(Enum.Parse<SuppressionReason>(reason), Noon)
        .NeededUntil(Retention).ShouldBe(days is { } after ? Noon.AddDays(after) : null);

    [Fact]
    public void NeededUntil_SeveralReasons_IsTheLastEnd()
    {
        var entry = Empty.Seen(SuppressionReason.SesGlobalList, Noon).Seen(SuppressionReason.SoftBounceLimit, Noon);

        entry.NeededUntil(Retention).ShouldBe(Noon.AddDays(49));
        entry.Seen(SuppressionReason.Complaint, Noon).NeededUntil(Retention).ShouldBeNull();
        entry.Allowed(new Allowance(Noon, "eve", "test", until: null)).NeededUntil(Retention).ShouldBeNull();
        entry.Allowed(new Allowance(Noon, "eve", "test", Noon.AddDays(90))).NeededUntil(Retention).ShouldBe(Noon.AddDays(90));
    }

    [Theory]
    [InlineData((int)Evidence.Delivered, "")]
    [InlineData((int)(Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit), "")]
    [InlineData((int)Evidence.HardBounced, "HardBounce")]
    [InlineData((int)(Evidence.HardBounced | Evidence.OnSesGlobalList), "SesGlobalList")]
    [InlineData((int)(Evidence.Complained | Evidence.Delivered), "Complaint")]
    [InlineData((int)Evidence.ListedInComplaint, "Complaint")]
    [InlineData((int)Evidence.OnAccountList, "AccountSuppressionList")]
    [InlineData((int)Evidence.OnTenantList, "TenantSuppressionList")]
    [InlineData((int)Evidence.FailedValidation, "EmailValidation")]
    [InlineData((int)Evidence.Unsubscribed, "Unsubscribed")]
    [InlineData((int)(Evidence.HardBounced | Evidence.Complained), "HardBounce,Complaint")]
    public void Of_Evidence_SuppressesForItsReason(int evidence, string reasons) =>
        string.Join(',', SuppressionReasons.Of((Evidence)evidence)).ShouldBe(reasons);
}
