using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Processing;

public sealed class BothFormatsTests
{
    private readonly World _world = new();
    private readonly BothFormats _formats;

    public BothFormatsTests() => _formats = new BothFormats(_world.BothFormatsLog, _world.Clock, NullLogger<BothFormats>.Instance);

    [Fact]
    public async Task NoteAsync_ASetAgainAndAgain_IsNotedOnceAnHour()
    {
        await NoteAsync(World.Set);
        await NoteAsync(World.Set);
        _world.BothFormatsLog.Added.ShouldBe([World.Set]);

        _world.Clock.Advance(BothFormats.NotedFor);
        await NoteAsync(World.Set);
        _world.BothFormatsLog.Added.Count.ShouldBe(2);
    }

    [Fact]
    public async Task NoteAsync_MailWithoutASet_IsNotNoted()
    {
        await NoteAsync(ReputationEntity.Unattributed);

        _world.BothFormatsLog.Added.ShouldBeEmpty();
    }

    [Fact]
    public async Task NoteAsync_ManySets_AreNotedByOneBatchAfterTheOther()
    {
        ReputationEntity[] sets = [.. Enumerable.Range(0, BothFormats.NotesABatch + 3).Select(i => ReputationEntity.ConfigurationSet($"set-{i}"))];

        await NoteAsync(sets);
        _world.BothFormatsLog.Added.Count.ShouldBe(BothFormats.NotesABatch);
        await NoteAsync(sets);

        _world.BothFormatsLog.Added.ShouldBe(sets, ignoreOrder: true);
    }

    [Fact]
    public async Task NoteAsync_TheDatabaseFails_IsTriedAgain()
    {
        _world.Faults.Fail("bothFormats.Add", times: 1);

        await NoteAsync(World.Set);
        await NoteAsync(World.Set);

        _world.BothFormatsLog.Added.ShouldBe([World.Set]);
    }

    [Fact]
    public async Task HandleAsync_ABounceInBothFormats_IsRecordedAndNoted()
    {
        (await _world.HandleAsync(Bodies.Bounce("ann"))).ShouldBeEmpty();
        _world.BothFormatsLog.Added.ShouldBeEmpty();

        (await _world.HandleAsync(Bodies.BounceOfIdentity("ann"))).ShouldBeEmpty();

        _world.BothFormatsLog.Added.ShouldBe([World.Set]);
    }

    [Fact]
    public async Task HandleAsync_TheNoteFails_FailsNoMessage()
    {
        _world.Faults.Fail("bothFormats.Add");

        (await _world.HandleAsync(Bodies.Bounce("ann"), Bodies.BounceOfIdentity("ann"))).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(1);
    }

    private Task NoteAsync(params ReputationEntity[] sets) => _formats.NoteAsync(sets, CancellationToken.None);
}
