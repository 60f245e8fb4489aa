using Feedback.Inbound.Mime;

namespace Feedback.Tests.Inbound.Mime;

public sealed class MimeEntityTests
{
    [Fact]
    public void Headers_Folded_AreOneLine()
    {
        var entity = Read("Subject: a\n\tlong  \n line\nX-Other: 1\n\nbody\nSubject: no header\n");

        entity.Headers.First("subject").ShouldBe("a\tlong   line");
        entity.Headers.All("SUBJECT").Count().ShouldBe(1);
        entity.Text.ShouldBe("body\r\nSubject: no header\r\n");
    }

    [Fact]
    public void All_NestedParts_AreInOrder() => Read("""
            Content-Type: multipart/mixed; boundary="outer one"

            before
            --outer one
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            a
            --inner
            Content-Type: text/html

            b
            --inner--
            after
            --outer one
            Content-Type: image/png

            c
            --outer one--
            --outer one
            Content-Type: text/css
            """)
        .All().Select(part => part.Type.MediaType)
        .ShouldBe(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "image/png"]);

    [Fact]
    public void All_PartsInPartsInParts_EndSomewhere()
    {
        var mail = string.Concat(Enumerable.Range(0, 20).Select(depth => $"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"));

        Read(mail + "Content-Type: message/delivery-status\n\nx").All().Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("base64", "SsO8cmdlbg==", "Jürgen")]
    [InlineData("BASE64 ", "SsO8\ncmdl\nbg", "Jürgen")]
    [InlineData("base64", "SsO8cmdlbgA!", "Jürgen")]
    [InlineData("quoted-printable", "J=C3=BCrgen", "Jürgen")]
    [InlineData("quoted-printable", "J=C3=\n=BCrg=\nen=", "Jürgen")]
    [InlineData("quoted-printable", "100 =ZZ", "100 ZZ")]
    [InlineData("8bit", "Jürgen", "Jürgen")]
    [InlineData("x-unknown", "Jürgen", "Jürgen")]
    public void Text_InAnEncoding_IsDecoded(string encoding, string body, string expected) =>
        Read($"Content-Transfer-Encoding: {encoding}\n\n{body}").Text.TrimEnd('\0').ShouldBe(expected);

    [Theory]
    [InlineData(null, "text/plain", null)]
    [InlineData("Multipart/Report; boundary=abc", "multipart/report", "abc")]
    [InlineData("multipart/report; report-type=\"delivery-status\"; Boundary = \"a;b \\\"c\"", "multipart/report", "a;b \"c")]
    [InlineData("multipart/report; boundary=\"\"", "multipart/report", null)]
    [InlineData("multipart/report; boundary=first; boundary=second", "multipart/report", "first")]
    public void Parse_AContentType_TakesQuotesAway(string? value, string type, string? boundary) =>
        ContentType.Parse(value).ShouldBe(new ContentType(type, boundary));

    [Fact]
    public void ReadAll_BlocksOfFields_AreApart()
    {
        var blocks = HeaderFields.ReadAll("A: 1\r\n\r\n\r\nB: 2\r\nC: 3\r\n\r\n");

        blocks.Count.ShouldBe(2);
        blocks[1].First("C").ShouldBe("3");
    }

    private static MimeEntity Read(string mail) => MimeEntity.Read(Mails.Bytes(mail));
}
