using System.Text;
using Amazon.Lambda.SQSEvents;
using Feedback.Functions.Serialization;

namespace Feedback.Tests.Functions.Serialization;

/// <summary>One broken string does not cost the batch: what is lost becomes U+FFFD, everything else stays.</summary>
public sealed class TolerantStringConverterTests
{
    private static readonly EventSerializer Serializer = new();

    [Theory]
    [InlineData("""\ud800""", "\ufffd")] // high
    [InlineData("""\udc00""", "\ufffd")] // low
    [InlineData("""\uDBFF and \uDFFF""", "\ufffd and \ufffd")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("""\ud83d\ude00\ud83d""", "😀\ufffd")] // a pair and a half
    [InlineData("""\ude00\ud83d""", "\ufffd\ufffd")] // the halves of a pair in the wrong order
    [InlineData("""\ud83dx\ude00""", "\ufffdx\ufffd")]
    [InlineData("""\ud83d\ud83d\ude00""", "\ufffd😀")]
    [InlineData("""\ud800\"\\\/\b\f\n\r\t\u0041\u00e9é日😀""", "\ufffd\"\\/\b\f\n\r\tAéé日😀")]
    [InlineData("""\ud800\\ud800""", "\ufffd\\ud800")] // an escaped backslash, not an escape
    [InlineData("""\\ud800""", "\\ud800")]
    [InlineData("""\"\\\/\b\f\n\r\t\u0041é""", "\"\\/\b\f\n\r\tAé")] // nothing broken
    [InlineData("", "")]
    public void Read_Body_KeepsWhatIsNotBroken(string json, string expected)
    {
        var batch = Read($$"""{"Records":[{"messageId":"1","body":"{{json}}"},{"messageId":"2","body":"fine"}]}""");

        batch.Records.Select(record => record.Body).ShouldBe([expected, "fine"]);
        batch.Records.Select(record => record.MessageId).ShouldBe(["1", "2"]);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "\ufffd")]
    [InlineData(new byte[] { 0x61, 0xC3 }, "a\ufffd")] // cut off
    [InlineData(new byte[] { 0xE2, 0x82 }, "\ufffd")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\ufffd\ufffd\ufffd")] // a surrogate in UTF-8
    [InlineData(new byte[] { 0xFF, 0x5C, 0x6E, 0x62 }, "\ufffd\nb")] // with an escape
    public void Read_BodyThatIsNotUtf8_KeepsWhatIsNotBroken(byte[] body, string expected)
    {
        byte[] json = [.. """{"Records":[{"messageId":"1","body":" """u8[..^1], .. body, .. "\"},{\"messageId\":\"2\",\"body\":\"fine\"}]}"u8];

        using var stream = new MemoryStream(json);
        Serializer.Deserialize<SQSEvent>(stream).Records.Select(record => record.Body).ShouldBe([expected, "fine"]);
    }

    [Fact]
    public void Read_IdAndAttributes_KeepWhatIsNotBroken()
    {
        var record = Read("""
            {"Records":[{"messageId":"\ud8001","body":"fine","attributes":{"SenderId":"\udc00AIDA","Sent":"\ud800"},
              "messageAttributes":{"a":{"stringValue":"v\ud800","dataType":"String\ud800","stringListValues":["\ud800"]}}}]}
            """).Records.ShouldHaveSingleItem();

        record.MessageId.ShouldBe("\ufffd1");
        record.Attributes.ShouldBe(new Dictionary<string, string> { ["SenderId"] = "\ufffdAIDA", ["Sent"] = "\ufffd" });
        record.MessageAttributes["a"].StringValue.ShouldBe("v\ufffd");
        record.MessageAttributes["a"].DataType.ShouldBe("String\ufffd");
        record.MessageAttributes["a"].StringListValues.ShouldBe(["\ufffd"]);
        record.Body.ShouldBe("fine");
    }

    [Fact]
    public void Read_NullBody_IsNull() => Read("""{"Records":[{"messageId":"1","body":null}]}""").Records[0].Body.ShouldBeNull();

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    public void Read_NoString_IsRefused(string body) =>
        Should.Throw<Exception>(() => Read($$"""{"Records":[{"messageId":"1","body":{{body}}}]}"""));

    private static SQSEvent Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Serializer.Deserialize<SQSEvent>(stream);
    }
}
