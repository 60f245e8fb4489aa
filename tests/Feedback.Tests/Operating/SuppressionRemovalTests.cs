using Feedback.Aws.DynamoDb;
using Feedback.Operating;
using Feedback.Suppression;
using Feedback.Tests.Aws.DynamoDb;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Operating;

public sealed class SuppressionRemovalTests(DatabaseFixture database) : StoreTest(database, "removal")
{
    private readonly FakeSesSuppressionList _ses = new(TimeProvider.System.GetUtcNow().AddHours(-1));

    private SuppressionTable Table => new(Bench.Dynamo, Bench.Settings, Bench.Layout, TimeProvider.System);

    private SuppressionCommands Commands => new(Bench.Suppressions, Table, Bench.SuppressionTally, TimeProvider.System);

    [Fact]
    public async Task RemoveAsync_OnBothLists_ClearsBothInEachSpellingThatIsKnown()
    {
        await Table.TryChangeAsync([Entry("ann").WithReported("Ann@example.org")], [], CancellationToken.None);
        _ses.Put("Ann@example.org");
        _ses.Put("ann@example.org");
        _ses.Put("bea@example.org");

        (await RemoveAsync("ann")).ShouldBe(new RemovedAddress(Here: true, InSes: true, OnAnAccountsList: false, OnATenantsList: false, GlobalListUntil: null));

        _ses.All.ShouldBe(["bea@example.org Bounce"]);
        (await Bench.EntryAsync(Address("ann")))!.Causes.ShouldBeEmpty();
        (await Table.HistoryAsync(Address("ann").Hash, 10, CancellationToken.None)).Select(change => change.What)
            .ShouldBe(["Removed", "DeletedFromSes"], ignoreOrder: true);
    }

    [Fact]
    public async Task RemoveAsync_OnOtherListsOfSes_SaysWhichMayStillHoldIt()
    {
        await Table.TryChangeAsync(
            [Entry("ann", reason: SuppressionReason.TenantSuppressionList).Seen(SuppressionReason.SesGlobalList, TimeProvider.System.GetUtcNow(), "message-2")],
            [],
            CancellationToken.None);

        var removed = await RemoveAsync("ann");

        (removed.Here, removed.InSes, removed.OnATenantsList).ShouldBe((true, false, true));
        removed.GlobalListUntil.ShouldNotBeNull().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(13));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("news", false)]
    public async Task RemoveAsync_KeptOrForOneSet_AsksSesNothing(string? set, bool keepSes)
    {
        await Commands.AddAsync(Address("ann"), SuppressionScope.Of("news"), "x", until: null, "eve", CancellationToken.None);
        _ses.Put("ann@example.org");

        (await RemoveAsync("ann", set is null ? null : SuppressionScope.Of(set), keepSes)).InSes.ShouldBeNull();

        _ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task RemoveAsync_SesFails_ChangesNothing()
    {
        await Table.TryChangeAsync([Entry("ann")], [], CancellationToken.None);
        _ses.BeforeChange = () => throw new SesListException("throttled", new InvalidOperationException());

        await Should.ThrowAsync<SesListException>(() => RemoveAsync("ann"));
        await Should.ThrowAsync<SesListException>(() => Removal.EraseAsync(Address("ann"), keepSes: false, "request", "eve", CancellationToken.None));

        (await Bench.EntryAsync(Address("ann")))!.Causes.ShouldNotBeEmpty();
        (await Table.HistoryAsync(Address("ann").Hash, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EraseAsync_OnlyOnSesList_DeletesItThere()
    {
        _ses.Put("ann@example.org");

        var (removed, outcomes) = await Removal.EraseAsync(Address("ann"), keepSes: false, "request 4711", "eve", CancellationToken.None);

        (removed.Here, removed.InSes, outcomes).ShouldBe((false, true, 0));
        _ses.All.ShouldBeEmpty();
    }

    private SuppressionRemoval Removal => new(_ses, Bench.Suppressions, Commands, TimeProvider.System);

    private Task<RemovedAddress> RemoveAsync(string name, SuppressionScope? scope = null, bool keepSes = false) =>
        Removal.RemoveAsync(Address(name), scope, keepSes, "fixed", "eve", CancellationToken.None);
}
