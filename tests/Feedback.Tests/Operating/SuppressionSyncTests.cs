using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Operating;
using Feedback.Suppression;
using Feedback.Tests.Aws.DynamoDb;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Operating;

public sealed class SuppressionSyncTests(DatabaseFixture database) : StoreTest(database, "sync")
{
    private readonly FakeSesSuppressionList _ses = new(TimeProvider.System.GetUtcNow().AddHours(-1));

    private SuppressionTable Table => new(Bench.Dynamo, Bench.Settings, Bench.Layout, TimeProvider.System);

    private SuppressionCommands Commands => new(Bench.Suppressions, Table, Bench.SuppressionTally, TimeProvider.System);

    [Fact]
    public async Task RunAsync_WithoutADirection_FindsEachKindAndChangesNothing()
    {
        await FillAsync();
        var before = _ses.All;

        var found = await RunAsync(SyncDirections.None);

        Differences(found).ShouldBe(
        [
            "AllowedHere cid@example.org",
            "OnlyHere ann@example.org",
            "OnlyInSes Bea@Example.org",
            "OtherReason dan@example.org",
            "RemovedHere fay@example.org",
        ]);
        found.OfType<SyncFinding.KeptHere>().Select(kept => kept.Why).ShouldBe([NotForSes.OneSet]);
        found.OfType<SyncFinding.Unreadable>().ShouldHaveSingleItem().Problem.ShouldBe("'zoe' of SES's list has no @.");
        _ses.All.ShouldBe(before);
        (await Bench.EntryAsync(Address("bea"))).ShouldBeNull();
    }

    [Fact]
    public async Task RunAsync_ToSes_MakesSesListFollowOursAndNotesEach()
    {
        await FillAsync();

        var found = await RunAsync(SyncDirections.ToSes);

        found.OfType<SyncFinding.Difference>().Where(one => !one.Mended).ShouldHaveSingleItem().Kind.ShouldBe(ListDifference.OnlyInSes);
        _ses.All.ShouldBe(["Bea@Example.org Complaint", "ann@example.org Bounce", "dan@example.org Bounce", "zoe Bounce"]);
        (await HistoryAsync("ann"))[0].ShouldBe("PutInSes by eve: as Bounce");
        (await HistoryAsync("cid"))[0].ShouldBe("DeletedFromSes by eve: it is allowed here");
        Differences(await RunAsync(SyncDirections.ToSes)).ShouldBe(["OnlyInSes Bea@Example.org"]);
    }

    [Fact]
    public async Task RunAsync_FromSes_AddsWhatOnlySesHasAndRespectsWhatOperatorsDecided()
    {
        await FillAsync();

        var found = await RunAsync(SyncDirections.FromSes);

        found.OfType<SyncFinding.Difference>().Where(one => one.Mended).Select(one => one.Address).ShouldBe(["Bea@Example.org", "dan@example.org"]);
        _ses.Changes.ShouldBeEmpty();
        var imported = (await Bench.EntryAsync(Address("bea"))).ShouldNotBeNull();
        imported.Reported.ShouldBe("Bea@Example.org");
        imported.Causes.ShouldHaveSingleItem().Value.ShouldBeOfType<OperatorCause>().Text.ShouldBe("SES: COMPLAINT");
        (await Bench.EntryAsync(Address("cid")))!.Causes.ShouldBeEmpty();
        (await Bench.EntryAsync(Address("fay")))!.Causes.ShouldBeEmpty();
        Differences(await RunAsync(SyncDirections.None))
            .ShouldBe(["AllowedHere cid@example.org", "OnlyHere ann@example.org", "RemovedHere fay@example.org"]);
    }

    [Fact]
    public async Task RunAsync_BothDirections_LeavesNoDifference()
    {
        await FillAsync();

        (await RunAsync(SyncDirections.ToSes | SyncDirections.FromSes)).OfType<SyncFinding.Difference>().ShouldAllBe(one => one.Mended);

        Differences(await RunAsync(SyncDirections.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_OperatorAllowsMeanwhile_TheAddressStaysAway()
    {
        await AddAsync("ann");
        await AddAsync("bea");
        var first = true;
        _ses.BeforeChange = async () =>
        {
            if (first)
            {
                first = false;
                await Commands.AllowAsync(Address("ann"), "fixed", until: null, "joe", CancellationToken.None);
                await Commands.AllowAsync(Address("bea"), "fixed", until: null, "joe", CancellationToken.None);
            }
        };

        await RunAsync(SyncDirections.ToSes);

        _ses.Changes.ShouldHaveSingleItem("the one that was on its way");
    }

    [Fact]
    public async Task RunAsync_FailsInTheMiddle_TheNextRunEndsWithTheSameLists()
    {
        for (var i = 0; i < 9; i++)
        {
            await AddAsync($"r{i}");
        }

        var calls = 0;
        _ses.BeforeChange = () => ++calls == 4 ? throw new SesListException("throttled", new InvalidOperationException()) : Task.CompletedTask;
        await Should.ThrowAsync<SesListException>(() => RunAsync(SyncDirections.ToSes));
        _ses.Changes.Count.ShouldBe(3);

        (await RunAsync(SyncDirections.ToSes)).Count.ShouldBe(6);

        _ses.All.ShouldBe(Enumerable.Range(0, 9).Select(i => $"r{i}@example.org Bounce"));
        _ses.Changes.Count.ShouldBe(9);
    }

    [Fact]
    public async Task RunAsync_WithACount_SaysHowManyOfHowManyArePut()
    {
        await FillAsync();
        await AddAsync("gus");

        (await RunAsync(SyncDirections.ToSes, counts: true)).OfType<SyncFinding.Progress>().Distinct().ShouldBe(
        [
            new SyncFinding.Progress(SyncStep.ComparingSes, 2),
            new SyncFinding.Progress(SyncStep.ComparingSes, 4),
            new SyncFinding.Progress(SyncStep.ComparingSes, 5),
            new SyncFinding.Progress(SyncStep.Counting, 6, 2),
            new SyncFinding.Progress(SyncStep.Putting, 0, 2),
            new SyncFinding.Progress(SyncStep.Putting, 1, 2),
            new SyncFinding.Progress(SyncStep.Putting, 2, 2),
        ]);
        (await RunAsync(SyncDirections.ToSes, counts: true)).OfType<SyncFinding.Progress>().ShouldNotContain(one => one.Step == SyncStep.Putting);
    }

    [Fact]
    public async Task RunAsync_SesRefusesAnAddress_SaysWhyAndGoesOn()
    {
        await AddAsync("ann");
        await AddAsync("bea");
        _ses.Refusal = "Not this one.";

        (await RunAsync(SyncDirections.ToSes)).OfType<SyncFinding.Difference>()
            .ShouldAllBe(one => one.Problem == "Not this one." && !one.Mended);

        (await HistoryAsync("ann")).ShouldBe(["Added by eve: for all mail: x"]);
    }

    [Fact]
    public async Task RunAsync_AnEntryThatCannotBeRead_IsNamedAndSpoilsNoOther()
    {
        await Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.SuppressionTable, Item = SuppressionKeys.Of(Address("broken")) });
        _ses.Put("broken@example.org");
        _ses.Put("zoe@example.org");

        var found = await RunAsync(SyncDirections.FromSes);

        Differences(found).ShouldBe(["OnlyInSes zoe@example.org"]);
        found.OfType<SyncFinding.Unreadable>().ShouldHaveSingleItem().Problem.ShouldNotContain("@");
        (await Bench.EntryAsync(Address("zoe"))).ShouldNotBeNull();
    }

    /// <summary>One address of each kind.</summary>
    private async Task FillAsync()
    {
        await AddAsync("ann");
        _ses.Put("Bea@Example.org", SesListReason.Complaint);
        await Commands.AllowAsync(Address("cid"), "fixed", until: null, "joe", CancellationToken.None);
        _ses.Put("cid@example.org");
        await Table.TryChangeAsync([Entry("dan")], [], CancellationToken.None);
        _ses.Put("dan@example.org", SesListReason.Complaint);
        await Commands.AddAsync(Address("eli"), SuppressionScope.Of("news"), "x", until: null, "eve", CancellationToken.None);
        await AddAsync("fay");
        await Commands.RemoveAsync(Address("fay"), scope: null, "fixed", "joe", CancellationToken.None);
        _ses.Put("fay@example.org");
        _ses.Put("zoe");
    }

    private Task AddAsync(string name) => Commands.AddAsync(Address(name), default, "x", until: null, "eve", CancellationToken.None);

    private async Task<IReadOnlyList<SyncFinding>> RunAsync(SyncDirections directions) =>
        [.. (await RunAsync(directions, counts: false)).Where(found => found is not SyncFinding.Progress)];

    private async Task<IReadOnlyList<SyncFinding>> RunAsync(SyncDirections directions, bool counts)
    {
        var sync = new SuppressionSync(
            _ses,
            Bench.Suppressions,
            Table,
            new SuppressionImport(
                Bench.Suppressions,
                Table,
                new SoftSuppressionLog(Bench.Dynamo, Bench.Settings, TimeProvider.System),
                Bench.SuppressionTally,
                TimeProvider.System),
            new SyncMending(_ses, Bench.Suppressions, Commands, TimeProvider.System),
            TimeProvider.System);
        return await sync.RunAsync(directions, "eve", counts, CancellationToken.None).ToListAsync();
    }

    private async Task<IReadOnlyList<string>> HistoryAsync(string name) =>
        [.. (await Table.HistoryAsync(Address(name).Hash, 10, CancellationToken.None)).Select(change => $"{change.What} by {change.Author}: {change.Text}")];

    private static IEnumerable<string> Differences(IEnumerable<SyncFinding> found) =>
        found.OfType<SyncFinding.Difference>().Select(one => $"{one.Kind} {one.Address}").Order(StringComparer.Ordinal);
}
