using Feedback.Inbound;

namespace Feedback.Tests.Inbound;

public sealed class StoredMailTests
{
    private const string Event = """
        {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created","source":"aws.s3","account":"123456789012",
        "time":"2026-11-18T11:45:00Z","region":"eu-west-1","resources":["arn:aws:s3:::feedback-inbound"],"detail":{"version":"0",
        "bucket":{"name":"feedback-inbound"},"object":{"key":"reports/o3vrnil0e2ic28","size":5120,"etag":"b1946ac92492d2347c6235b4d2611184",
        "sequencer":"00617F08299329D189"},"request-id":"N4N7GDK58NMKJ12R","requester":"ses.amazonaws.com","reason":"PutObject"}}
        """;

    [Fact]
    public void Parse_AnEventOfS3_TellsWhereAndWhen() => StoredMail.Parse(Event).ShouldBe(
        new StoredMail("feedback-inbound", "reports/o3vrnil0e2ic28", new DateTimeOffset(2026, 11, 18, 11, 45, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("aws.s3", "aws.ses")]
    [InlineData("Object Created", "Object Deleted")]
    [InlineData("\"name\"", "\"none\"")]
    [InlineData("\"bucket\":{", "\"bucket\":7,\"other\":{")]
    [InlineData("reports/o3vrnil0e2ic28", "")]
    [InlineData("2026-11-18T11:45:00Z", "yesterday")]
    [InlineData("{\"version\":\"0\",\"id\"", "{{")]
    public void Parse_AnythingElse_IsNull(string what, string by) => StoredMail.Parse(Event.Replace(what, by, StringComparison.Ordinal)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    public void Parse_NoObject_IsNull(string body) => StoredMail.Parse(body).ShouldBeNull();
}
