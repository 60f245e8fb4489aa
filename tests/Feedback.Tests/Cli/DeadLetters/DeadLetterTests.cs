using Feedback.Cli.DeadLetters;
using Feedback.Tests.Shared;

namespace Feedback.Tests.Cli.DeadLetters;

public sealed class DeadLetterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AnEvent_NamesMailAndSet()
    {
        var letter = Of((string)SamplePayloads.Records("bounce/permanent-general.json")[0]!["body"]!);

        (letter.Type, letter.Set, letter.Why, letter.CanBeRead).ShouldBe(("Bounce", "marketing", DeadLetter.NotRecorded, true));
        letter.MessageId.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("hello ann@example.org", "can't be read: ")]
    [InlineData("""{"eventType":"Bounce","mail":{"destination":["ann@example.org"]}}""", "can't be read: ")]
    public void Of_ABodyThatCannotBeRead_SaysWhyWithoutTheBody(string body, string why)
    {
        var letter = Of(body);

        (letter.Type, letter.CanBeRead).ShouldBe((null, false));
        letter.Why.ShouldStartWith(why);
        letter.ToString().ShouldNotContain("ann");
    }

    [Fact]
    public void Of_NothingToRecord_SaysSo() =>
        Of("""{"eventType":"Open","mail":{"messageId":"m","timestamp":"2026-11-18T09:00:00Z"},"open":{}}""").Why.ShouldStartWith("nothing to record: ");

    [Fact]
    public void Of_EverySampleThatIsBad_ShowsNoAddress()
    {
        foreach (var file in SamplePayloads.OfQueues())
        {
            foreach (var record in SamplePayloads.Records(file))
            {
                Of((string?)record!["body"] ?? "").ToString().ShouldNotContain("@", customMessage: file);
            }
        }
    }

    [Fact]
    public void Of_AReceivedMail_NamesItsId()
    {
        const string Stored = """
            {"source":"aws.s3","detail-type":"Object Created","time":"2026-11-18T09:00:00Z",
             "detail":{"bucket":{"name":"inbound"},"object":{"key":"reports/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"}}}
            """;

        var letter = DeadLetter.Of(QueueName.Inbound, "sqs-1", Stored, Noon, received: 20);

        (letter.Type, letter.MessageId, letter.CanBeRead).ShouldBe(("Mail", "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1", true));
        DeadLetter.Of(QueueName.Inbound, "sqs-1", "ann@example.org", Noon, received: 20).CanBeRead.ShouldBeFalse();
    }

    private static DeadLetter Of(string body) => DeadLetter.Of(QueueName.Bounce, "sqs-1", body, Noon, received: 20);
}
