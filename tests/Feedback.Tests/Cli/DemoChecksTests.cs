using Feedback.Cli.Demo;
using Feedback.Cli.Observing;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Reputation;
using static Feedback.Tests.Cli.DemoOutcomes;

namespace Feedback.Tests.Cli;

/// <summary>The demo's checks have to be able to fail, each for what it is there for.</summary>
public sealed class DemoChecksTests
{
    [Fact]
    public void Of_EverythingAsItMustBe_AllHold() => Wrong(Good()).ShouldBeEmpty();

    [Fact]
    public void Of_ACounterOffByOne_Fails() =>
        Wrong(Seeing(seen => seen with { Stored = With(Counter("set/bad", Good().Mail.Expected(Bad).Counts + new Counts(1, 0, 0, 0, 0))) }))
            .ShouldBe(["the counters of bad are what was sent", "the counters of the account are the sum of all others"]);

    [Fact]
    public void Of_ASecondPause_Fails() => Wrong(Seeing(seen => seen with { SendingChanges = [Pause("bad"), Pause("bad")] }))
        .ShouldBe(["bad was paused in SES exactly once", "every set that SES refuses mail for was paused exactly once, and nothing else was switched"]);

    [Fact]
    public void Of_NoPause_SaysSoInASentence() => DemoChecks.Of(Seeing(seen => seen with { SendingChanges = [], NotSending = [] }))
        .Where(check => !check.Holds)
        .Select(check => check.Problem)
        .ShouldBe(["bad was not paused in SES", "bad still sends"]);

    [Fact]
    public void Of_NoPause_Fails() => Wrong(Seeing(seen => seen with { SendingChanges = [], NotSending = [] }))
        .ShouldBe(["bad was paused in SES exactly once", "bad does not send"]);

    [Fact]
    public void Of_APauseThatDidNotHold_Fails() => Wrong(Seeing(seen => seen with { NotSending = [] })).ShouldBe(["bad does not send"]);

    [Fact]
    public void Of_APauseOfTheHealthySender_Fails() => Wrong(Seeing(seen => seen with
    {
        SendingChanges = [Pause("bad"), Pause("healthy")],
        NotSending = ["bad", "healthy"],
        Mails = [.. seen.Mails, Mailed("Paused", "healthy")],
    })).ShouldBe(["healthy was never touched"]);

    [Fact]
    public void Of_AWarningOfTheHealthySender_Fails() =>
        Wrong(Seeing(seen => seen with { Entities = [Status("healthy", Level.Warning)] })).ShouldBe(["healthy was never touched"]);

    [Fact]
    public void Of_AMailAboutTheHealthySender_Fails() =>
        Wrong(Seeing(seen => seen with { Mails = [.. seen.Mails, Mailed("Held", "healthy")] })).ShouldBe(["healthy was never touched"]);

    [Fact]
    public void Of_AMailSentTwice_Fails() =>
        Wrong(Seeing(seen => seen with { Mails = [.. seen.Mails, Mailed("Paused", "bad")] })).ShouldBe(["every mail went out exactly once"]);

    [Fact]
    public void Of_AMailThatIsMissing_Fails() =>
        Wrong(Seeing(seen => seen with { Mails = [Mailed("Critical", "account")] })).ShouldBe(["the mails that had to go out went out"]);

    [Fact]
    public void Of_AResume_Fails() => Wrong(Seeing(seen => seen with { SendingChanges = [.. seen.SendingChanges, Pause("bad", enabled: true)] }))
        .ShouldBe(["every set that SES refuses mail for was paused exactly once, and nothing else was switched"]);

    [Fact]
    public void Of_AnAddressThatIsNotSuppressed_Fails() =>
        Wrong(Seeing(seen => seen with { Stored = new StoredItems(Items().SkipLast(1)) })).ShouldBe([Suppression]);

    [Fact]
    public void Of_AHealthyAddressThatIsSuppressed_Fails() =>
        Wrong(Seeing(seen => seen with { Stored = With(Suppressed(RecipientOf(MessageFate.Delivered), "HardBounce")) })).ShouldBe([Suppression]);

    [Fact]
    public void Of_AnAddressSuppressedForAnotherReasonToo_Fails() => Wrong(Seeing(seen => seen with
    {
        Stored = With(Suppressed(RecipientOf(MessageFate.Complained), "Complaint", "HardBounce")),
    })).ShouldBe([Suppression]);

    [Fact]
    public void Of_AnAddressThatWasNotSimulated_IsIgnored() =>
        Wrong(Seeing(seen => seen with { Stored = With(Suppressed("ann@example.org", "HardBounce")) })).ShouldBeEmpty();

    [Fact]
    public void Of_AReplayThatChangedACounter_Fails() =>
        Wrong(Good() with { After = Good().After with { Stored = With(Counter("account", default)) } }).ShouldBe(["the replay changed no item of any table"]);

    [Fact]
    public void Of_AReplayThatSentAMail_Fails() =>
        Wrong(Good() with { After = Good().After with { Mails = [.. Good().After.Mails, Mailed("Warning", "newsletter")] } })
            .ShouldBe(["the replay sent no mail"]);

    [Fact]
    public void Of_AMessageLeftInTheQueue_Fails() =>
        Wrong(Good() with { Simulated = new BatchReport(900, 899, 0, 1) }).ShouldBe(["no simulated message is left in the queue"]);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Of_AnUnreadableMessageThatDoesNotFailAlone_Fails(int failed) =>
        Wrong(Good() with { Events = [Replayed("events/bad/one.json", failed)] })
            .ShouldBe(["of events/, exactly the unreadable messages are left in the queue"]);

    [Fact]
    public void Of_AReadableMessageThatFails_Fails() =>
        Wrong(Good() with { Events = [Replayed("events/bounce/one.json", failed: 1)] })
            .ShouldBe(["of events/, exactly the unreadable messages are left in the queue"]);

    private const string Suppression = "of the simulated recipients, exactly those are suppressed that have to be";

    private static string RecipientOf(MessageFate fate) => Good().Mail.Messages.First(message => message.Fate == fate).Recipient;

    private static StoredItems With(StoredItem item) => new(Items().Where(other => other.Key != item.Key).Append(item));

    private static List<string> Wrong(DemoOutcome demo) => [.. DemoChecks.Of(demo).Where(check => !check.Holds).Select(check => check.Name)];
}
