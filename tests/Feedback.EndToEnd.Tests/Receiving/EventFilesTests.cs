using Feedback.EndToEnd.Tests.Events;

namespace Feedback.EndToEnd.Tests.Receiving;

/// <summary>The payloads that the documentation shows and <c>sam local</c> invokes with.</summary>
public sealed class EventFilesTests(ReplayedEvents events) : IClassFixture<ReplayedEvents>
{
    [Fact]
    public void Events_InTheirFunction_FailOnlyTheBadRecord()
    {
        foreach (var (file, failed) in events.Failed)
        {
            var middle = (string)SamplePayloads.Records(file)[file.StartsWith("bad/", StringComparison.Ordinal) ? 1 : 0]!["messageId"]!;
            failed.ShouldBe(file.StartsWith("bad/", StringComparison.Ordinal) ? [middle] : [], file);
        }
    }

    [Fact]
    public void EverythingReplayed_ChangesNothing()
    {
        events.First.Counters.Count.ShouldBeGreaterThan(10);
        events.Again.Counters.ShouldBe(events.First.Counters);
        events.Again.Suppressions.ShouldBe(events.First.Suppressions);
        events.Again.SesCalls.ShouldBe(events.First.SesCalls);
        events.Again.Mails.ShouldBe(events.First.Mails);
    }

    [Fact]
    public void Disorder_EverythingBackwards_GivesTheSameCountersAndSuppressions()
    {
        events.Backwards.Counters.ShouldBe(events.First.Counters);
        events.Backwards.Suppressions.ShouldBe(events.First.Suppressions);
    }

    [Fact]
    public void Privacy_OfLogsAndMails_HoldNoAddress()
    {
        // All recipients of the events are at domains of this kind.
        events.Again.Log.ShouldNotBeEmpty();
        events.Again.Log.ShouldAllBe(line => !line.Contains("@example", StringComparison.OrdinalIgnoreCase));
        events.Again.Mails.ShouldNotBeEmpty();
        events.Again.Mails.ShouldAllBe(mail => !mail!.Contains("@example", StringComparison.OrdinalIgnoreCase));
    }
}
