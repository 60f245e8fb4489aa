using Feedback.Cli.Demo;
using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Cli.DemoOutcomes;

namespace Feedback.Tests.Cli;

/// <summary>The demo's story is counted from the run.</summary>
public sealed class StoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero);
    private static readonly Sender Sending = new("bad", 4_000, BounceRate: 0.1m, ComplaintRate: 0);
    private static readonly SimulatedMail Mail = SimulatedMail.OfTheLastHour([Healthy, Sending], 1, Start);

    /// <summary>A minute for each batch.</summary>
    private static readonly IReadOnlyList<TimedBatch> Batches =
        [.. Queues.Fill(Mail.Notifications).Select((batch, number) => new TimedBatch(batch, Start.AddMinutes(number), Start.AddMinutes(number + 1)))];

    private static readonly List<TimedBatch> BounceBatches = [.. Batches.Where(batch => batch.Batch.Function == FeedbackFunctions.Bounce)];

    [Fact]
    public void Of_PausedInTheFirstBatchOfBounces_StopsWhatIsSentAfterIt()
    {
        var story = Story.Of(PausedAt(BounceBatches[0].Started.AddSeconds(2.5)));

        story.Paused.ShouldBe("bad");
        story.SecondsToPause.ShouldBe(2.5);
        story.BatchesToPause.ShouldBe(1);
        var arrived = BounceBatches[0].Batch.Notifications[^1].ArrivesAt;
        story.MessagesStopped.ShouldBe(Mail.Messages.Count(message =>
            message.ConfigurationSet == "bad" && message.Fate != MessageFate.NeverAttempted && message.SentAt > arrived.AddSeconds(2.5)));
        story.MessagesStopped.ShouldBeInRange(2_000, 3_500);
        story.Messages.ShouldBe(4_000);
    }

    [Fact]
    public void Of_PausedInTheThirdBatchOfBounces_StopsLess()
    {
        var story = Story.Of(PausedAt(BounceBatches[2].Started.AddSeconds(1)));

        story.BatchesToPause.ShouldBe(3);
        story.SecondsToPause.ShouldBe((BounceBatches[2].Started - BounceBatches[0].Started).TotalSeconds + 1);
        story.MessagesStopped.ShouldBeInRange(1, Story.Of(PausedAt(BounceBatches[0].Started)).MessagesStopped - 1);
    }

    [Fact]
    public void Of_PausedByTheSweepAfterAllBatches_StopsNothing() => Story.Of(PausedAt(Batches[^1].Ended.AddSeconds(1))).MessagesStopped.ShouldBe(0);

    [Fact]
    public void Of_NoPause_TellsOfNone()
    {
        var story = Story.Of(Seeing(seen => seen with { SendingChanges = [] }));

        (story.Paused, story.SecondsToPause, story.BatchesToPause, story.MessagesStopped).ShouldBe((null, null, 0, 0));
    }

    [Fact]
    public void Of_MailsOfTheRun_TellsThoseAboutTheSetAndTheAccount()
    {
        var story = Story.Of(Seeing(seen => seen with { Mails = [Mailed("Paused", "bad"), Mailed("Critical", "account"), Mailed("Paused", "marketing")] }));

        story.SetMails.ShouldBe(["Paused: bad"]);
        story.AccountMails.ShouldBe(["Critical: account"]);
    }

    [Fact]
    public void Of_HealthySenderLeftAlone_IsUntouched() => Story.Of(Seeing(seen => seen)).Untouched.ShouldBe("healthy");

    [Fact]
    public void Of_HealthySenderAtWarning_IsNotUntouched() =>
        Story.Of(Seeing(seen => seen with { Entities = [Status("healthy", Level.Warning)] })).Untouched.ShouldBeNull();

    [Fact]
    public void BatchTimes_AfterEachBatch_AreThoseOfTheBatches()
    {
        var clock = new TestClock(Start);
        var times = new BatchTimes(SilentProgress.Instance, clock);
        times.Expect(Mail.Notifications.Count);
        foreach (var batch in Queues.Fill(Mail.Notifications))
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            times.Done(batch.Notifications.Count);
        }

        var timed = times.Of(Mail.Notifications);

        timed.Select(batch => (batch.Started, batch.Ended)).ShouldBe(Batches.Select(batch => (batch.Started, batch.Ended)));
        timed.SelectMany(batch => batch.Batch.Notifications).Count().ShouldBe(Mail.Notifications.Count);
    }

    private static DemoOutcome PausedAt(DateTimeOffset at) => Seeing(seen => seen with { SendingChanges = [Pause("bad") with { At = at }] });

    private static DemoOutcome Seeing(Func<Snapshot, Snapshot> change)
    {
        var seen = change(Good().After with { SendingChanges = [Pause("bad") with { At = Start }] });
        return Good() with { Mail = Mail, Bad = Sending, Batches = Batches, Before = seen, After = seen };
    }
}
