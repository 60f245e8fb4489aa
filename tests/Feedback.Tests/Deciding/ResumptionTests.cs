using System.Globalization;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class ResumptionTests
{
    [Theory]
    [InlineData("11:59:59", "12:05", "12:00")] // no mail since the bucket began: it counts whole
    [InlineData("12:00:00", "12:05", "12:15")] // the bucket holds mail from before the pause
    [InlineData("12:04:00", "12:05", "12:15")]
    [InlineData("11:00:00", "12:00", "12:00")]
    [InlineData("11:59:00", "12:14:59", "12:00")]
    [InlineData(null, "12:05", "12:15")]
    [InlineData(null, "12:00", "12:15")]
    public void CountFrom_PausedAndResumed_IsTheFirstBucketWithoutOldMail(string? pausedAt, string resumedAt, string expected) =>
        Resumption.CountFrom(pausedAt is null ? null : At(pausedAt), At(resumedAt)).ShouldBe(At(expected));

    [Theory]
    [InlineData("Pausing", true, true)] // the call may still be on its way
    [InlineData("Pausing", false, false)]
    [InlineData("Paused", true, false)]
    public void Resume_WhileACallMayBeOnItsWay_AsksForALook(string sending, bool isRequested, bool verifies)
    {
        var state = EntityState.New(World.Set) with { Sending = Enum.Parse<SendingStatus>(sending), PauseRequested = isRequested };

        var resumed = Resumption.Resume(state, At("12:05"));

        (resumed.VerifyEnabled, resumed.PauseRequested).ShouldBe((verifies, false));
    }

    [Fact]
    public void Resume_APausedSet_StartsAfresh()
    {
        var paused = EntityState.New(World.Set) with
        {
            Level = Level.Critical,
            Sending = SendingStatus.Paused,
            PausedBy = PausedBy.Feedback,
            PausedAt = At("10:00"),
            RemindedAt = At("10:00"),
        };

        var resumed = Resumption.Resume(paused, At("12:05"));

        resumed.Level.ShouldBe(Level.Normal);
        resumed.Sending.ShouldBe(SendingStatus.Enabled);
        resumed.PausedBy.ShouldBeNull();
        resumed.RemindedAt.ShouldBeNull();
        resumed.ResumedAt.ShouldBe(At("12:05"));
        resumed.CountFrom.ShouldBe(At("12:00"));
    }

    [Theory]
    [InlineData("Enabled")] // paused and resumed long ago, and resumed once more to start afresh
    [InlineData("Pausing")] // SES never confirmed the pause: mail went on
    public void Resume_WithoutHavingBeenPaused_CountsNothingOfThisBucket(string sending)
    {
        var state = EntityState.New(World.Set) with { Sending = Enum.Parse<SendingStatus>(sending), PausedAt = At("10:00") };

        Resumption.Resume(state, At("12:05")).CountFrom.ShouldBe(At("12:15"));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-18T{time}Z", CultureInfo.InvariantCulture);
}
