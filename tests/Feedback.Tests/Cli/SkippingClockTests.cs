using Feedback.Cli.Simulation.Scale;

namespace Feedback.Tests.Cli;

public sealed class SkippingClockTests
{
    private readonly SkippingClock _clock = new();

    [Fact]
    public void SkipTo_ATimeAhead_IsTheTimeFromThenOn()
    {
        var ahead = _clock.GetUtcNow().AddHours(3);

        _clock.SkipTo(ahead);

        _clock.GetUtcNow().ShouldBeInRange(ahead, ahead.AddMinutes(10));
    }

    [Fact]
    public void SkipTo_ATimeThatHasPassed_DoesNotTurnTheClockBack()
    {
        var before = _clock.GetUtcNow();

        _clock.SkipTo(before.AddHours(-1));

        _clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task GetTimestamp_WhileTheClockSkips_MeasuresWhatPassedOnTheMachine()
    {
        var started = _clock.GetTimestamp();
        _clock.SkipTo(_clock.GetUtcNow().AddHours(3));
        await Task.Delay(TimeSpan.FromMilliseconds(20), _clock);

        _clock.GetElapsedTime(started).ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
    }
}
