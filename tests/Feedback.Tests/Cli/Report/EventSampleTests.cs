using Feedback.Cli.Report;
using Feedback.Outcomes;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Cli.Report;

public sealed class EventSampleTests
{
    private static readonly ReportPeriod Period = new(World.Noon.AddDays(-1), World.Noon);

    [Fact]
    public void Of_EventsInAndOutOfThePeriod_CountsThoseInIt()
    {
        var sample = EventSample.Of(Period, [Event("b.example", 1), Event("a.example", 2), Event("b.example", 3), Event("c.example", 30)]);

        (sample.Count, sample.IsCut).ShouldBe((3, false));
        sample.TopDomains.ShouldBe([new CountedName("b.example", 2), new CountedName("a.example", 1)]);
        sample.TopSubtypes.ShouldBe([new CountedName("Permanent/General", 3)]);
    }

    [Fact]
    public void Of_AsManyAsAreReadAtMost_IsCutUnlessTheyReachBackToTheStart()
    {
        EventSample.Of(Period, [.. Enumerable.Repeat(Event("a.example", 1), EventSample.Most)]).IsCut.ShouldBeTrue();
        EventSample.Of(Period, [.. Enumerable.Repeat(Event("a.example", 1), EventSample.Most - 1), Event("a.example", 30)]).IsCut.ShouldBeFalse();
    }

    private static ReputationEvent Event(string domain, int hoursAgo) => new(World.Noon.AddHours(-hoursAgo), "Permanent/General", domain, null);
}
