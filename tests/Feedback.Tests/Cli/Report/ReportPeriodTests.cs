using Feedback.Cli.Composition;
using Feedback.Cli.Report;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Cli.Report;

public sealed class ReportPeriodTests
{
    private static readonly DateTimeOffset Noon = World.Noon;

    [Fact]
    public void Read_NothingButDays_EndsNow() => ReportPeriod.Read(null, null, 7, Noon).ShouldBe(new ReportPeriod(Noon.AddDays(-7), Noon));

    [Theory]
    [InlineData("2026-11-10", "2026-11-12T06:30", 10, 0, 12, 6)]
    [InlineData("2026-11-10T09:00Z", "2026-12-24", 10, 9, 18, 12)]
    public void Read_FromAndTo_AreUtcAndEndNowAtTheLatest(string from, string to, int firstDay, int firstHour, int lastDay, int lastHour)
    {
        var period = ReportPeriod.Read(from, to, 7, Noon);
        (period.From.Day, period.From.Hour, period.To.Day, period.To.Hour).ShouldBe((firstDay, firstHour, lastDay, lastHour));
        period.From.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("2026-11-12", "2026-11-12", "--from must be before --to.")]
    [InlineData("2026-11-19", null, "--from is in the future.")]
    [InlineData("2026-08-01", null, "--from and --to are more than 90 days apart. Feedback keeps counters for 90 days.")]
    [InlineData("tuesday", null, "--from is 'tuesday': write a date or a time in UTC, such as 2026-11-18 or 2026-11-18T09:30.")]
    public void Read_WhatIsNoPeriod_SaysWhy(string? from, string? to, string problem) =>
        Should.Throw<UsageException>(() => ReportPeriod.Read(from, to, 7, Noon)).Problems.ShouldBe([problem]);

    [Theory]
    [InlineData(1, 15)]
    [InlineData(7, 30)]
    [InlineData(30, 120)]
    [InlineData(90, 360)]
    public void Step_ForAnyLength_IsTheShortestWithAtMost400Points(int days, int minutes)
    {
        var period = new ReportPeriod(Noon.AddDays(-days), Noon);
        period.Step.TotalMinutes.ShouldBe(minutes);
        period.Steps.Count().ShouldBeLessThanOrEqualTo(401);
        period.Steps.First().ShouldBeLessThanOrEqualTo(period.From);
    }
}
