using Feedback.Cli.Report;
using Feedback.Deciding;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Cli.Report;

public sealed class PauseReportTests
{
    private static readonly ReportPeriod Period = new(World.Noon, World.Noon.AddDays(1));

    [Fact]
    public void In_PausedAndResumed_LastsFromTheConfirmationToTheResume()
    {
        var pause = PauseReport.In(Period, [
            Entry(1, "Pausing", "Pausing", Actor.Feedback, "77 of 1,240"),
            Entry(2, "Paused", "Paused", Actor.Feedback, "77 of 1,240"),
            Entry(3, "PolicySet", "Paused", Actor.Operator("ann"), "MODE=Observe"),
            Entry(5, "Resumed", "Enabled", Actor.Operator("ben"), "list cleaned"),
        ]).ShouldHaveSingleItem();

        pause.ShouldBe(new PauseReport(World.Noon.AddHours(2), World.Noon.AddHours(5), "Feedback", "77 of 1,240", "ben"));
    }

    [Fact]
    public void In_ADecisionThatWasTakenBack_IsNoPause() =>
        PauseReport.In(Period, [Entry(1, "Pausing", "Pausing", Actor.Feedback), Entry(2, "AlreadyPaused", "Enabled", Actor.Feedback)]).ShouldBeEmpty();

    [Fact]
    public void In_APauseBeforeThePeriod_CountsIfItReachesIntoIt()
    {
        PauseReport.In(Period, [Entry(-9, "Paused", "Paused", Actor.Feedback)]).ShouldHaveSingleItem().To.ShouldBeNull();
        PauseReport.In(Period, [Entry(-9, "Paused", "Paused", Actor.Feedback), Entry(-1, "Resumed", "Enabled", Actor.Feedback)]).ShouldBeEmpty();
    }

    private static HistoryEntry Entry(int hour, string what, string sending, Actor actor, string evidence = "") =>
        new(World.Set, World.Noon.AddHours(hour), 1, what, "Critical", sending, actor, evidence);
}
