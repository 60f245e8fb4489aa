using Feedback.Aws.DynamoDb;
using Feedback.Reporting;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class DigestLogTests(DatabaseFixture database) : StoreTest(database, "digests")
{
    private static readonly DigestDay Day = DigestDay.Before(Noon);

    private readonly TestClock _clock = new(Noon);

    [Fact]
    public async Task TryClaimAsync_ByManyAtOnce_IsOfOne()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Log.TryClaimAsync(Day, CancellationToken.None)));

        claims.Count(claimed => claimed).ShouldBe(1);
    }

    [Fact]
    public async Task TryClaimAsync_AfterTheMail_IsRefusedForGood()
    {
        await Log.TryClaimAsync(Day, CancellationToken.None);
        await Log.CompleteAsync(Day, "message-1", CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(1));

        (await Log.TryClaimAsync(Day, CancellationToken.None)).ShouldBeFalse();
        (await Log.TryClaimAsync(new DigestDay(Day.Date.AddDays(1)), CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task TryClaimAsync_AfterARelease_Succeeds()
    {
        await Log.TryClaimAsync(Day, CancellationToken.None);
        await Log.ReleaseAsync(Day, CancellationToken.None);

        (await Log.TryClaimAsync(Day, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReleaseAsync_OfADigestThatWasSent_LeavesItSent()
    {
        await Log.TryClaimAsync(Day, CancellationToken.None);
        await Log.CompleteAsync(Day, "message-1", CancellationToken.None);
        await Log.ReleaseAsync(Day, CancellationToken.None);

        (await Log.TryClaimAsync(Day, CancellationToken.None)).ShouldBeFalse();
    }

    /// <summary>A process that crashed leaves its claim; the run an hour later must find it lapsed.</summary>
    [Fact]
    public async Task TryClaimAsync_AfterOneThatSentNothing_SucceedsOnceItHasLapsed()
    {
        await Log.TryClaimAsync(Day, CancellationToken.None);
        _clock.Advance(DigestLog.ClaimedFor);
        (await Log.TryClaimAsync(Day, CancellationToken.None)).ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(1));
        (await Log.TryClaimAsync(Day, CancellationToken.None)).ShouldBeTrue();
        DigestLog.ClaimedFor.ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    private DigestLog Log => new(Bench.Dynamo, Bench.Settings, _clock);
}
